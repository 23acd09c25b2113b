import { describe, expect, test } from 'vitest'
import {
  peopleIntent,
  readJoinCode,
  readNumberAndPlace,
  readPlace,
} from '../../src/intent/people-words.ts'
import { day } from '../../src/sales/day.ts'

const context = { today: day('2026-04-01'), language: 'id' } as const
const read = (text: string): string | null => {
  const intent = peopleIntent(text, context)
  if (intent?.kind !== 'command') return null
  const { name, argument, period } = intent
  const span = period === null ? null : `${period.span.from}..${period.span.to}`
  return [name, argument ?? span].filter((part) => part !== null).join(' ')
}

describe('what is said about people and shops', () => {
  test.each([
    ['tim', 'team'],
    ['Team', 'team'],
    ['equipo', 'team'],
    ['equipe', 'team'],
    ['tim tambah +62 812-3456-7890', 'team add:+62 812-3456-7890'],
    ['tambah tim 0812 manajer', 'team add:0812 manajer'],
    ['equipo agregar +52 55 1234 5678 gerente', 'team add:+52 55 1234 5678 gerente'],
    ['equipe adicionar +55 81 91234 5678', 'team add:+55 81 91234 5678'],
    ['tim undang', 'team invite:'],
    ['undang staf cabang dago', 'team invite:staf cabang dago'],
    ['equipo invitar', 'team invite:'],
    ['equipe convidar gerente', 'team invite:gerente'],
    ['tim hapus 2', 'team remove:2'],
    ['team remove no 3', 'team remove:3'],
    ['equipo quitar 2', 'team remove:2'],
    ['keluar', 'leave'],
    ['salir', 'leave'],
    ['sair', 'leave'],
    ['toko', 'shop'],
    ['my shops', 'shop'],
    ['mis tiendas', 'shop'],
    ['minhas lojas', 'shop'],
    ['toko 2', 'shop no:2'],
    ['pengaturan', 'shop settings'],
    ['toko nama Melati Florist', 'shop set:name:Melati Florist'],
    ['toko zona WITA', 'shop set:zone:WITA'],
    ['tienda zona Cancún', 'shop set:zone:Cancún'],
    ['loja fuso Manaus', 'shop set:zone:Manaus'],
    ['toko mata uang usd', 'shop set:currency:usd'],
    ['toko tutup jam 3', 'shop set:closing:3'],
    ['shop closes at 3 am', 'shop set:closing:3 am'],
    ['tienda cierra a las 3', 'shop set:closing:3'],
    ['loja fecha às 3', 'shop set:closing:3'],
    ['ekspor', 'export'],
    ['export all data', 'export'],
    ['exportar', 'export'],
    ['ekspor maret', 'export 2026-03-01..2026-03-31'],
  ])('%s is %s', (text, meant) => {
    expect(read(text)).toBe(meant)
  })

  test.each([
    'cara ekspor',
    'export csv',
    'toko tutup besok',
    'undang tetangga ke pembukaan',
    'tim sukses pemilu',
    'keluar berapa mawar kemarin',
    'penjualan toko kemarin',
  ])('%s is none of it', (text) => {
    expect(read(text)).toBeNull()
  })

  test('a code is read however it is spaced and written', () => {
    for (const text of [
      'gabung HJ4KQ7WX',
      'join hj4k-q7wx',
      'unirme HJ4K Q7WX',
      'entrar hj4kq7wx.',
    ]) {
      expect(readJoinCode(text)).toBe('HJ4KQ7WX')
    }
    for (const text of ['gabung', 'gabung HJ4KQ7W', 'gabung bersama kami', 'join HJ4KQ7W0']) {
      expect(readJoinCode(text)).toBeNull()
    }
  })

  test('a place is a role, branches, both or neither', () => {
    expect(readPlace('')).toEqual({ role: null, branches: [] })
    expect(readPlace('manajer')).toEqual({ role: 'manager', branches: [] })
    expect(readPlace('cabang dago')).toEqual({ role: null, branches: ['dago'] })
    expect(readPlace('staf cabang dago, setiabudi dan braga')).toEqual({
      role: 'staff',
      branches: ['dago', 'setiabudi', 'braga'],
    })
    expect(readPlace('empleado de la sucursal centro')).toBeNull()
    expect(readPlace('sahabat karib')).toBeNull()
    expect(readNumberAndPlace('+62 812-3456-7890 staf cabang dago')).toEqual({
      phone: '+62 812-3456-7890',
      place: { role: 'staff', branches: ['dago'] },
    })
    expect(readNumberAndPlace('budi')).toBeNull()
  })
})
