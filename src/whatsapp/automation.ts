import type { Language } from '../sales/shop.ts'
import type { Automation } from './desk.ts'

/** What stands behind the slash and in an empty chat, in the number's language. */
export const AUTOMATION: Readonly<Record<Language, Automation>> = {
  id: {
    commands: [
      { name: 'ringkasan', description: 'Penjualan terakhir dan pembandingnya' },
      { name: 'prediksi', description: 'Perkiraan besok' },
      { name: 'restock', description: 'Apa yang perlu dipesan' },
      { name: 'produk', description: 'Produk terlaris' },
      { name: 'cabang', description: 'Penjualan tiap cabang' },
      { name: 'grafik', description: 'Gambar penjualan' },
      { name: 'kenapa', description: 'Sebab naik atau turun' },
      { name: 'file', description: 'File yang sudah masuk, batal bila salah' },
      { name: 'bahasa', description: 'Indonesian or English' },
      { name: 'bantuan', description: 'Contoh pertanyaan dan kontak' },
    ],
    prompts: ['Lihat contoh', 'Cara ekspor file kasir', 'Bantuan', 'English please'],
  },
  en: {
    commands: [
      { name: 'summary', description: 'Latest sales against the usual' },
      { name: 'forecast', description: 'What tomorrow may bring' },
      { name: 'restock', description: 'What to order' },
      { name: 'products', description: 'Best sellers' },
      { name: 'branches', description: 'Sales of each branch' },
      { name: 'chart', description: 'Sales as a picture' },
      { name: 'why', description: 'Reasons for a rise or a fall' },
      { name: 'uploads', description: 'Files that came in; undo a wrong one' },
      { name: 'language', description: 'Bahasa Indonesia atau Inggris' },
      { name: 'help', description: 'Example questions and a contact' },
    ],
    prompts: ['Show me an example', 'How to export from my till', 'Help', 'Bahasa Indonesia'],
  },
}
