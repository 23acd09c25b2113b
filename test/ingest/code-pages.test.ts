import { describe, expect, test } from 'vitest'
import { decode } from '../../src/ingest/decode.ts'

/** The bytes of a text in an old code page, by asking the decoder what every byte means. */
const inPage = (page: string, text: string): Uint8Array => {
  const decoder = new TextDecoder(page)
  const bytesOf = new Map<string, number[]>()
  const learn = (bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    const isOne = [...letter].length === 1 && letter !== '\ufffd'
    if (isOne && !bytesOf.has(letter)) bytesOf.set(letter, bytes)
  }
  for (let byte = 0; byte < 256; byte++) learn([byte])
  if (/jis|gb|euc|big5/.test(page)) {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter)
      if (!bytes) throw new Error(`${letter} is not in ${page}`)
      return bytes
    }),
  )
}

describe('a file from before UTF-8 is read in its own code page', () => {
  test.each([
    ['windows-1252', 'Data;Descrição;Qtde;Preço\n03/03/2026;Pão de queijo;2;30,50\n'],
    ['windows-1252', 'Datum;Größe;Menge;Umsatz\n01.02.2026;Blumenstrauß;3;12,50 €\n'],
    ['windows-1252', 'date;désignation;qté\n2026-01-01;Crème brûlée;2\n2026-01-01;Thé glacé;2\n'],
    ['windows-1252', 'date;name;qty;total\n2026-01-01;Café;2;3.5\n'],
    ['windows-1251', 'День;Наименование изделия;Штук;Деньги\n01.02.2026;Букет невесты;2;1200\n'],
    ['koi8-r', 'День;Наименование изделия;Штук;Деньги\n01.02.2026;Букет невесты;2;1200\n'],
    ['windows-1253', 'Μέρα;Είδος ανθέων;Τεμάχια;Ευρώ\n01/02/2026;Τριαντάφυλλα κόκκινα;2;30,5\n'],
    [
      'windows-1254',
      'Gün;Çiçek;Adet;Lira\n01.02.2026;Kırmızı gül;2;30,5\n02.02.2026;Şakayık;1;9\n',
    ],
    ['windows-1256', 'اليوم;الصنف;العدد;الثمن\n01/02/2026;ورد احمر;2;30\n'],
    [
      'windows-1250',
      'Den;Zboží;Kusů;Částka\n01.02.2026;Růže červená;2;300\n01.02.2026;Tulipán žlutý;2\n',
    ],
    ['windows-874', 'วันที่,สินค้า,จำนวน,ยอดขาย\n2026-01-05,กุหลาบแดง,2,300\n'],
    [
      'shift_jis',
      'ひづけ,しなもの,かず,かね\n2026/01/05,コーヒー豆,2,3000\n2026/01/06,抹茶ラテ,1,1500\n',
    ],
    ['euc-jp', 'ひづけ,しなもの,かず,かね\n2026/01/05,薔薇の花束,2,3000\n'],
    ['gbk', '日子,东西,多少,收入\n2026-01-05,红玫瑰花束,2,300\n2026-01-06,百合,1,150\n'],
    ['big5', '日子,東西,多少,收入\n2026-01-05,紅玫瑰花束,2,300\n2026-01-06,百合,1,150\n'],
    ['euc-kr', '언제,무엇,몇개,얼마\n2026-01-05,장미 꽃다발,2,30000\n2026-01-06,백합,1,15000\n'],
  ])('%s: %j', (page, text) => {
    expect(decode(inPage(page, text)).text).toBe(text)
  })
})
