/** People, shops and their settings, codes, the way in and the way out. */
export const peopleEnglish = {
  buttons: {
    team: 'Team',
    shops: 'My shops',
    invite: 'Invite somebody',
    leaveConfirm: 'Yes, leave',
    changeConfirm: 'Yes, change it',
    back: 'As it was before',
    addAgain: 'Add them again',
    restore: 'Bring it back',
    export: 'Export everything',
    settings: 'Settings',
  },
  roles: { owner: 'owner', manager: 'manager', staff: 'staff' },
  onlyBranches: (names: string) => `at ${names}`,
  and: (first: string, last: string) => `${first} and ${last}`,
  /** Above every figure for somebody limited to branches. */
  seen: (names: string) => `📍 ${names} only`,

  refused: {
    owner: 'Only the shop’s owner can do that. Please ask them 🙏',
    manager: 'Only the owner or a manager can do that. Please ask them 🙏',
    whole:
      'That is counted for the whole shop, and you see your branch. The owner can look it up 🙏',
    ownFiles: 'That file is not one of yours. Only the owner or a manager can open or undo it 🙏',
  },

  team: {
    title: (shop: string) => `Team of ${shop}`,
    you: 'you',
    unknown: 'has not written yet',
    how: {
      settings: 'from the settings',
      number: 'added by number',
      code: 'with a code',
      opened: 'opened the shop',
    },
    more: (n: string) => `+${n} more`,
    next: 'Add: *team add +62812…* · Invite: *team invite* · Remove: *team remove 2*',
    added: (who: string, role: string) => `${who} is now ${role} ✅`,
    addedNext: 'They can write to this number right away. I greet them when they do.',
    changed: (who: string, role: string) => `${who} is now ${role}.`,
    badNumber: 'I could not read a phone number there.',
    badNumberNext: 'Example: *team add +62 812 3456 7890 manager*',
    full: (max: string) => `A team has at most ${max} people. Remove somebody first.`,
    removed: (who: string) => `${who} is out of the team and sees nothing any more.`,
    noSuch: 'There is nobody with that number in the list.',
    lastOwner: 'The last owner cannot be removed: nobody could manage the shop then.',
    lastOwnerNext: 'Make somebody else owner first: *team add +62812… owner*',
    lastOwnerDelete: 'To give the shop up: *delete data*.',
  },

  invite: {
    title: (role: string) => `Invitation as ${role}`,
    forward: 'Forward this to them. They send it to this number:',
    say: (code: string) => `join ${code}`,
    until: (day: string) => `Works once, until ${day}.`,
    alias: 'Good for people whose number is hidden, too.',
  },

  join: {
    done: (shop: string, role: string) => `Welcome to ${shop} 👋 You are in as ${role}.`,
    next: 'Try *summary*, or just send a sales file.',
    newShop: 'Your own shop is open 🎉',
    already: (shop: string) => `You belong to ${shop} already 👍`,
    wrong: 'This code does not work. It may be used, too old or mistyped.',
    wrongNext: 'Ask whoever sent it for a new one.',
    paused: 'Too many wrong codes. Please wait an hour, then try again.',
    closed: 'New shops cannot be opened here at the moment.',
  },
  hello: (shop: string, role: string) => `👋 Hi! You were added to ${shop} as ${role}.`,

  leave: {
    ask: (shop: string) => `Leave ${shop}?`,
    askNext: 'You see nothing of it any more. The owner can add you again.',
    done: (shop: string) => `You have left ${shop}. Thank you 🙏`,
  },

  shops: {
    title: 'Your shops',
    now: 'chosen now',
    closed: (day: string) => `deleted, gone for good on ${day}`,
    next: 'Tap the one you want to talk about.',
    more: (n: string) => `${n} more: type *shop 11* and so on.`,
    chosen: (shop: string) => `From now on we talk about ${shop} ✅`,
    none: 'There is no shop with that number in your list.',
  },

  settings: {
    title: (shop: string) => `Settings of ${shop}`,
    name: 'Name',
    zone: 'Time zone',
    currency: 'Currency',
    closing: 'The day ends at',
    language: 'Language',
    midnight: 'midnight',
    hour: (hour: string) => `${hour} at night`,
    role: (role: string) => `You are here as ${role}.`,
    change:
      'Change it: *shop name Melati Florist* · *shop zone Makassar* · *shop currency USD* · *shop closes at 3*',
    ask: (what: string, before: string, after: string) => `${what}: ${before} → ${after}?`,
    done: (what: string, after: string) => `${what}: ${after} ✅`,
    same: (what: string, value: string) => `${what} is ${value} already 👍`,
    effect: {
      name: 'This name stands in headers, alerts and files.',
      zone: (clock: string) =>
        `In the shop it is ${clock} then. “Today” and “yesterday” follow that.`,
      currency: 'New files without a currency sign are then read in it.',
      closing: (hour: string) => `Sales until ${hour} count for the day before.`,
      midnight: 'A new day begins at midnight.',
    },
    wrong: {
      name: 'That name is empty.',
      zone: 'I do not know that time zone. Example: *shop zone Asia/Makassar*, or just a big city.',
      currency: 'I do not know that currency. Example: *shop currency USD*',
      closing: 'The day can end between midnight and 8 in the morning. Example: *shop closes at 3*',
    },
    hasMoney: (currency: string) =>
      `All sales here are in ${currency}, and another currency would make the sums wrong.`,
    hasMoneyNext: 'For sales in another currency open a shop of its own.',
  },

  signup: {
    invite: 'Hello 🙏 A shop is opened here with a code. Got one? Send: *join CODE*',
    full: 'Hello 🙏 So many new shops today that I have to catch my breath. Please write again in an hour.',
  },

  gone: {
    ask: 'Delete *all* data of this shop?',
    what: (lines: string) => `${lines}, all files, stock and settings go, for the whole team.`,
    whatAll: 'All sales, files, stock and settings go, for the whole team.',
    grace: 'For 7 days *undo* brings everything back. After that it is gone for good.',
    done: (shop: string) => `${shop} is *deleted* ✅`,
    doneNext: (day: string) =>
      `Nobody sees anything of it any more. Until ${day}, *undo* brings it back.`,
    still: (shop: string, day: string) => `${shop} was deleted on the owner’s word on ${day}.`,
    stillNext: (day: string) => `Until ${day} *undo* brings everything back as it was.`,
    stillStaff: 'I can show nothing of it. Please ask the owner 🙏',
    back: (shop: string) => `${shop} is back, with everything in it ✅`,
  },

  privacy: {
    people: 'Also kept: the names and numbers of your team.',
    rights: '*export* sends you everything, *delete data* removes it (7 days to change your mind).',
    contact: (contact: string) => `Questions? A person answers: ${contact}`,
  },

  export: {
    title: (shop: string) => `Everything of ${shop}`,
    partTitle: (shop: string, part: string) => `${shop}, ${part}`,
    counts: (lines: string, files: string) => `${lines} sales lines, ${files} files`,
    also: 'Also inside: files, stock, special days and alerts.',
    keep: 'Keep it safe: these are your shop’s numbers.',
    split: (lines: string, max: string) =>
      `${lines} sales lines are too many for one file (at most ${max}).`,
    splitNext: 'Pick a part; each comes as a file of its own.',
    older: 'Older parts by name: *export march 2024*',
    tooLong: (max: string) =>
      `More than ${max} lines lie in these days. Ask for fewer: *export 1-7 march*`,
    none: 'There is nothing to export yet.',
    file: (shop: string, part: string) => `shopbell-${shop}${part}.xlsx`,
    sheets: {
      sales: 'Sales',
      files: 'Files',
      stock: 'Stock',
      days: 'Special days',
      alerts: 'Alerts',
      team: 'Team',
      shop: 'Shop',
    },
    columns: {
      day: 'Date',
      time: 'Time',
      product: 'Product',
      variant: 'Variant',
      category: 'Category',
      branch: 'Branch',
      invoice: 'Receipt',
      quantity: 'Quantity',
      revenue: 'Net sales',
      kind: 'Kind',
      sale: 'sale',
      refund: 'refund',
      file: 'File',
      from: 'From',
      to: 'To',
      lines: 'Lines',
      state: 'State',
      counted: 'counts',
      undone: 'undone',
      at: 'When',
      note: 'Note',
      finding: 'What was found',
      label: 'Your word on it',
      name: 'Name',
      phone: 'Number',
      role: 'Role',
      how: 'How',
      setting: 'Setting',
      value: 'Value',
    },
  },
}

export type PeopleMessages = typeof peopleEnglish
