import { describe, expect, test } from 'vitest'
import { phoneMeant } from '../../src/sales/phone.ts'
import {
  closingHourMeant,
  currencyMeant,
  shopNameMeant,
  zoneMeant,
} from '../../src/sales/shop-settings.ts'

const jakarta = { timeZone: 'Asia/Jakarta', currency: 'IDR' }
const mexico = { timeZone: 'America/Mexico_City', currency: 'MXN' }
const lisbon = { timeZone: 'Europe/Lisbon', currency: 'EUR' }
const nowhere = { timeZone: 'Etc/UTC', currency: 'USD' }

describe('a number as people type it', () => {
  test.each([
    ['0812-3456-7890', jakarta, '6281234567890'],
    ['+62 812 3456 7890', jakarta, '6281234567890'],
    ['62812 3456 7890', jakarta, '6281234567890'],
    ['812 3456 7890', jakarta, '6281234567890'],
    ['0062 812 3456 7890', jakarta, '6281234567890'],
    ['+52 55 1234 5678', jakarta, '525512345678'],
    ['55 1234 5678', mexico, '525512345678'],
    ['912 345 678', lisbon, '351912345678'],
    ['+1 212 555 0100', nowhere, '12125550100'],
    ['0812 3456 7890', nowhere, null],
    ['12345', jakarta, null],
    ['+62 812 3456 7890 1234', jakarta, null],
  ])('%s in %o is %s', (typed, shop, phone) => {
    expect(phoneMeant(typed, shop)).toBe(phone)
  })
})

describe('a setting as people type it', () => {
  test.each([
    ['WITA', 'Asia/Makassar'],
    ['wib', 'Asia/Jakarta'],
    ['Asia/Makassar', 'Asia/Makassar'],
    ['makassar', 'Asia/Makassar'],
    ['mexico city', 'America/Mexico_City'],
    ['Cancún', 'America/Cancun'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['mars', null],
  ])('zone %s is %s', (typed, zone) => {
    expect(zoneMeant(typed)).toBe(zone)
  })

  test.each([
    ['3', 3],
    ['3 pagi', 3],
    ['03.00', 3],
    ['3 am', 3],
    ['0', 0],
    ['24', 0],
    ['21', 0],
    ['9 malam', 0],
    ['10 pm', 0],
    ['11', null],
    ['25', null],
    ['sore', null],
  ])('closing hour %s is %s', (typed, hour) => {
    expect(closingHourMeant(typed)).toBe(hour)
  })

  test.each([
    ['usd', 'USD'],
    ['rupiah', 'IDR'],
    ['EUR', 'EUR'],
    ['kerang', null],
  ])('currency %s is %s', (typed, code) => {
    expect(currencyMeant(typed)).toBe(code)
  })

  test('a name is one line of forty characters at most', () => {
    expect(shopNameMeant('  Melati\n Florist ')).toBe('Melati Florist')
    expect(shopNameMeant(' \u200b ')).toBeNull()
    expect(shopNameMeant('a'.repeat(60))).toHaveLength(40)
  })
})
