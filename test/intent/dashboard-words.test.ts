import { describe, expect, test } from 'vitest'
import { dashboardIntent } from '../../src/intent/dashboard-words.ts'

const meant = (text: string, names: readonly string[] = []) => {
  const intent = dashboardIntent(text, { names: new Set(names) })
  return intent?.kind === 'command' ? (intent.argument ?? 'open') : null
}

describe('asking for the dashboard', () => {
  test.for([
    'dashboard',
    'Dasbor',
    'dashboard dong',
    'buka dasbor',
    'minta link dashboard',
    'kirim tautan ke dasbor ya',
    'link dashboard',
    'open the dashboard',
    'show my dashboard',
    'send me the link to the dashboard',
    'panel',
    'abrir el panel',
    'enlace al panel',
    'manda el link del panel por favor',
    'painel',
    'abre o painel',
    'abrir painel',
  ])('“%s” opens it', (text) => expect(meant(text)).toBe('open'))

  test.for([
    'dasbor keluar',
    'dashboard out',
    'logout dashboard',
    'keluar dari dasbor',
    'panel salir',
    'cerrar sesión del panel',
    'painel sair',
    'sair do painel',
  ])('“%s” signs every browser out', (text) => expect(meant(text)).toBe('out'))

  test.for([
    'keluar',
    'penjualan panel surya',
    'panel surya',
    'stok panel 12',
    'dashboard omzet kemarin',
  ])('“%s” is something else', (text) => expect(meant(text)).toBeNull())

  test('a shop that sells panels means its product by the bare word', () => {
    expect(meant('panel', ['panel'])).toBeNull()
    expect(meant('buka panel', ['panel'])).toBe('open')
  })
})
