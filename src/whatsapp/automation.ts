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
      { name: 'bahasa', description: 'Indonesia, English, Español, Português' },
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
      { name: 'language', description: 'Bahasa Indonesia, Español, Português' },
      { name: 'help', description: 'Example questions and a contact' },
    ],
    prompts: ['Show me an example', 'How to export from my till', 'Help', 'Bahasa Indonesia'],
  },
  es: {
    commands: [
      { name: 'resumen', description: 'Las últimas ventas frente a lo normal' },
      { name: 'pronostico', description: 'Cuánto se venderá mañana' },
      { name: 'pedir', description: 'Qué conviene pedir' },
      { name: 'productos', description: 'Lo más vendido' },
      { name: 'sucursales', description: 'Ventas de cada sucursal' },
      { name: 'grafica', description: 'Las ventas en una imagen' },
      { name: 'porque', description: 'Por qué subieron o bajaron' },
      { name: 'archivos', description: 'Lo que enviaste; deshaz uno equivocado' },
      { name: 'idioma', description: 'English, Português, Indonesia' },
      { name: 'ayuda', description: 'Ejemplos de preguntas y un contacto' },
    ],
    prompts: ['Ver un ejemplo', 'Cómo exportar de mi caja', 'Ayuda', 'English please'],
  },
  pt: {
    commands: [
      { name: 'resumo', description: 'As últimas vendas contra o normal' },
      { name: 'previsao', description: 'Quanto deve vender amanhã' },
      { name: 'comprar', description: 'O que vale a pena comprar' },
      { name: 'produtos', description: 'Os mais vendidos' },
      { name: 'lojas', description: 'Vendas de cada loja' },
      { name: 'grafico', description: 'As vendas em uma imagem' },
      { name: 'porque', description: 'Por que subiram ou caíram' },
      { name: 'arquivos', description: 'O que você mandou; desfaça um errado' },
      { name: 'idioma', description: 'English, Español, Indonesia' },
      { name: 'ajuda', description: 'Exemplos de perguntas e um contato' },
    ],
    prompts: ['Ver um exemplo', 'Como exportar do meu caixa', 'Ajuda', 'English please'],
  },
}
