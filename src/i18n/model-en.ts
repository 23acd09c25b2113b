/** What a language model may do for a shop, and how its reading is told. */
export const modelEnglish = {
  readAs: (words: string, metric: string) => `I read ${words} as ${metric}.`,
  leftAside: (words: string) => `I left ${words} aside.`,
  isOn: '*AI is on.* It helps when my own rules are not sure, and it listens to your voice notes.',
  sent: 'Sent to Google Gemini: the question you typed, your voice notes and photos, and for reports which way things moved. Never: your files, their figures, phone numbers.',
  unnamed: 'Product names stay here. With *ai names yes* voice notes and photos are read better.',
  named: 'Product names go along with voice notes and photos. *ai names no* ends that.',
  isOff: '*AI is off.* I answer from my own rules; nothing is sent to Google.',
  offNext: 'Voice notes need it. Type *ai on* to switch it on again.',
  none: 'There is no AI in this service: I answer from my own rules and send nothing to Google.',
  buttons: {
    on: 'Switch AI on',
    off: 'Switch AI off',
    names: 'Send product names',
    noNames: 'Keep names here',
  },
  heard: (text: string) => `I heard: “${text}”`,
  typeIt: (command: string) =>
    `That could delete something, so please type it yourself: ${command}`,
  unheard: {
    off: 'AI is off right now.',
    budget: 'Today’s share of listening is used up; tomorrow it works again.',
    'too-long': 'That recording is too long. Two minutes at most, please.',
    silent: 'I could not make out any words.',
    failed: 'Sorry, I could not hear this voice note.',
  },
}
