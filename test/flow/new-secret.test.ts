import { expect, test } from 'vitest'
import { newLink } from '../../src/flow/dashboard-link.ts'
import { newToken } from '../../src/flow/new-token.ts'
import { whatsappText } from '../../src/whatsapp/markdown.ts'

test('a secret reaches the chat letter by letter, whatever chance makes of it', () => {
  for (let time = 0; time < 500; time++) {
    const { url } = newLink(
      { origin: 'https://toko.example', secret: 'x' },
      { personId: 'p', shopId: 's', now: 0 },
    )
    const { token } = newToken({ shopId: 's', name: 'kasir', expiresAt: null })
    expect(whatsappText(url)).toBe(url)
    expect(whatsappText(token)).toBe(token)
  }
})
