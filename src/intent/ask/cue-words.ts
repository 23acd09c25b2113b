import { INDONESIAN_CUES } from './cue-words-id.ts'
import { SMALL_WORDS } from './small-words.ts'
import { SUPERLATIVES } from './superlatives.ts'
import { VERBS } from './verb-words.ts'

/**
 * What a question's words do, in Indonesian, English, Spanish and Portuguese at once: people mix them in
 * a sentence. Lower case, without accents, phrases separated by `|`; a longer phrase goes before a
 * shorter one. Words that mean different things in two languages are phrases with a neighbour.
 */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'metric revenue': `making|sale|berapa duit|berapa uang|duit berapa|uang berapa|omzet|omset|pendapatan|pemasukan|penghasilan|penjualan|jualan|duit masuk|uang masuk
    |dapat duit|dapat uang|dapat berapa|hasil jualan|hasil penjualan|nilai penjualan|cuan kotor|rupiah
    |dapet berapa|pemasukannya|setoran|total belanja pelanggan|duitnya|perolehan
    |revenue|sales|turnover|income|takings|money made|make|made|earn|earned|earnings|bring in|brought in
    |sales value|gross|net sales|money|cash in|took in|take in|take|takes|took|did we do|we did|total sales|sales total
    |ventas|venta|ingresos|ingreso|facturacion|facture|facturamos|facturo|facturado|recaudacion
    |recaudamos|recaude|recaudo|vendimos en dinero|cuanto entro|cuanto dinero|plata|dinero|factura
    |venda|vendas|faturamento|faturei|faturamos|faturou|receita|receitas|arrecadou|arrecadamos|quanto entrou
    |quanto dinheiro|dinheiro|faturado|fatura|rendeu|renda`,
  'metric units': `unit|pcs|buah|tangkai|ikat|batang|porsi|gelas|potong|biji|jumlah terjual|barang terjual
    |produk terjual|item terjual|kuantitas|qty|berapa banyak|volume penjualan|tangkainya|bungkus|lembar
    |botol|cup|kotak|berapa laku|laku berapa|terjual berapa|berapa yang laku|berapa yang terjual
    |units|unit sold|items sold|products sold|pieces|stems|quantity|things sold|bouquets sold|volume
    |number sold|amount sold|unit sales|sales volume
    |unidades|piezas|cantidad vendida|tallos|ramos vendidos|cuantas unidades|articulos vendidos
    |productos vendidos|cantidad|pecas|quantidade|itens vendidos|produtos vendidos|hastes|buques vendidos`,
  'metric sold': `salida|salidas|saida|saidas|we shift|we shifted|did we shift|ring up|rang up|rings up|ringing up|rack up|racked up|out the door|off the shelf|off the shelves|ada yang beli|yang beli|orang beli|pada beli|move|moves|kelaku|laku|terjual|kejual|jual|habis terjual|keluar|laris|dibeli|dijual
    |sold|sell|sells|selling|bought|buy|moved
    |vendi|vendimos|vendio|vendido|vendidos|vendida|vendidas|vendieron|vendiste|vende|venden|se vendio
    |se vendieron|vendemos|vendeu|venderam|vendendo|vendem|vendidas`,
  'metric transactions': `how many times|cuantas veces|quantas vezes|berapa kali|how many sales|number of sales|berapa kali transaksi|berapa kali jualan|berapa pembelian|jumlah pembelian|pembelian|quantas compras|cuantas compras|kali transaksi|ventas hechas|transaksi|jumlah transaksi|nota|struk|bon|order|orderan|pesanan|invoice|faktur
    |transactions|transaction|orders|receipts|receipt|tickets|bills|checkouts|purchases
    |transacciones|transaccion|pedidos|facturas|operaciones|cuantas ventas|recibos|boletas
    |transacoes|transacao|notas|quantas vendas|cupons|comandas|numero de ventas|numero de vendas`,
  'metric aov': `ticket|avg ticket size|average ticket size|avg basket size|per sale|per sales|per purchase|per customer|per visit|per bill|per pelanggan|per orang|per pembeli|per pembelian|per kepala|tiap orang|setiap orang|sekali beli|por cliente|por compra|por visita|por persona|por pessoa|por venta|por venda|rata rata transaksi|rata rata per transaksi|nilai transaksi|rata rata belanja|rata rata nota
    |nilai rata rata transaksi|per transaksi|sekali belanja|rata rata order|rata rata per nota|per struk|per nota
    |rata rata nilai transaksi|rata rata struk|rata rata nilai order|belanja rata rata|basket size
    |rata rata sekali belanja|rata rata nilai belanja|rata rata orderan|rata rata nilai pesanan|ukuran keranjang
    |aov|order value|basket value|ticket value|average order|average order value|average ticket|average basket|average transaction|average sale
    |average transaction value|average receipt|average spend|per transaction|per order|per receipt|basket value|average basket size|average basket|basket
    |average bill|average purchase|ticket size|avg order|avg order value|avg ticket|avg transaction|spend per order
    |ticket promedio|ticket medio|valor medio del pedido|promedio por transaccion|compra promedio|compra media
    |promedio por venta|por transaccion|por pedido|venta promedio por ticket|ticket medio|valor medio por pedido
    |media por transacao|por transacao|media por pedido|valor medio da compra|valor medio por venda|media por venda
    |gasto promedio|promedio por ticket|promedio por pedido|valor promedio`,
  'metric avg_price': `how much is a|how much is an|how much is one|how much are|cuanto cuesta|cuanto cuestan|cuanto costo cada|quanto custa|quanto custam|a cuanto vendimos|a cuanto vendo|a cuanto se vendio|a cuanto se vende|a como vendimos|a quanto vendemos|por quanto vendemos|por cuanto vendimos|go for|goes for|went for|going rate|harga rata rata|rata rata harga|harga jual rata rata|harga|harga jual|harga satuan|harganya
    |average price|avg price|mean price|price|prices|unit price|selling price|price per unit|price per item
    |precio promedio|precio medio|precio|precios|precio unitario|precio por unidad
    |preco medio|preco|precos|preco unitario|preco por unidade`,
  'metric units_per_order': `barang per transaksi|item per transaksi|produk per transaksi|unit per transaksi
    |rata rata barang per transaksi|rata rata item per transaksi|barang per nota|item per nota|tangkai per transaksi
    |isi keranjang|item per struk|barang per struk|barang per order|item per order|rata rata item per nota
    |items per order|units per order|items per transaction|units per transaction|items per receipt
    |products per order|pieces per order|average items per order|average units per order|items per basket
    |average items per transaction|things per order|average number of items per order|units per receipt
    |unidades por pedido|articulos por pedido|productos por pedido|articulos por transaccion|unidades por transaccion
    |unidades por ticket|articulos por ticket|piezas por pedido|productos por ticket
    |itens por pedido|unidades por transacao|produtos por pedido|itens por venda|itens por transacao|itens por compra`,
  'metric products_sold': `quantos tipos|cuantos tipos|how many kinds|how many types|tipos de flor|cuantos productos distintos|cuantos productos diferentes|quantos produtos diferentes|quantos produtos distintos|berapa produk yang berbeda|ada berapa produk|ada berapa jenis|ada berapa macam|ada berapa barang|jenis produk|macam produk|jenis barang|macam barang|variasi produk|berapa jenis|berapa macam
    |jumlah produk berbeda|jenis bunga|macam bunga|produk berbeda|berapa produk berbeda|produk unik|sku
    |different products|distinct products|kinds of products|product types|types of products|unique products
    |different items|distinct items|product variety|how many products|how many different products|product range
    |productos distintos|productos diferentes|tipos de productos|cuantos productos|productos unicos|tipos de flores
    |produtos diferentes|produtos distintos|tipos de produtos|quantos produtos|produtos unicos|tipos de flores`,
  'metric stock_on_hand': `stok|stock|sisa stok|sisa|persediaan|stok sekarang|sisa barang|masih ada berapa|masih ada
    |tinggal berapa|inventori|inventory|in stock|on hand|left|remaining|do we have|have left|stock level|stock levels
    |inventario|existencias|queda|quedan|quedo|quedaron|nos quedo|nos quedaron|nos queda|nos quedan|hay en stock|estoque|em estoque|resta|restam|sobrou|sobraram
    |stok tersisa|stoknya|stocknya|disponible|disponibles`,
  'metric reorder_qty': `restock|restok|restokan|pesan lagi|perlu dipesan|harus dipesan|perlu pesan|harus pesan|beli apa
    |kulakan|kulak|harus dibeli|perlu dibeli|harus restock|perlu restock|order apa|stok habis|mau habis|hampir habis
    |menipis|habis|stok menipis|belanja apa|harus beli|perlu beli|saran restock|nyetok|stok ulang|tambah stok
    |pesan apa|pesan berapa|order ulang|isi ulang|belanja stok|kehabisan|daftar belanja|perlu distok
    |reorder|re order|replenish|restocking|order more|buy more|need to order|should i order|should we order|run out
    |running out|running low|low on|low stock|low in stock|need to buy|purchase list|shopping list|order list
    |what to order|to order|stok up|stok up on|stoking up|should i buy|should we buy|about to run out|order again
    |reponer|reabastecer|resurtir|que pedir|pedir|comprar|debo pedir|hay que pedir|por agotarse|se esta acabando
    |se acaba|se acaban|se va a acabar|se van a acabar|quedo sin|quedamos sin|quedar sin|quedarme sin|quedarnos sin|quedando sin|sin stock|va a faltar|van a faltar|reposicion|que comprar|agotarse|agotando|que debo comprar|surtir
    |ficar sem|fico sem|ficamos sem|ficando sem|vai acabar|vao acabar|vai faltar|vao faltar|sem estoque|repor|reabastecer|comprar|encomendar|acabando|reposicao|devo pedir|devo comprar|preciso comprar|preciso repor
    |esgotando|o que pedir|o que comprar`,
  'metric forecast': `prediksi|prediksikan|perkiraan|perkirakan|ramalan|ramalkan|proyeksi|estimasi|kira kira|bakal
    |prakiraan|diprediksi|diperkirakan|bakalan|akan laku|bakal laku|prospek|perkiraannya
    |forecast|forecasts|predict|prediction|predictions|projection|projected|expect|expected|estimate|outlook|will we
    |will i|will|going to sell|likely to sell|expecting
    |pronostico|pronosticos|prevision|proyeccion|prediccion|estimacion|venderemos|venderan|vendere|se venderan
    |vamos a vender|voy a vender|se vendera|esperamos vender|estimado|pronostica
    |previsao|previsoes|projecao|predicao|estimativa|vamos vender|vou vender|venderemos|esperamos vender|vai vender`,
  'metric anomalies': `anomali|aneh|janggal|tidak wajar|tidak biasa|mencurigakan|keanehan|aneh aneh|kejanggalan|abnormal
    |anomaly|anomalies|problems|problem|masalah|unusual|strange|weird|odd|suspicious|out of the ordinary|abnormal|irregular|outliers|off
    |anomalia|anomalias|raro|rara|raros|inusual|extrano|extrana|fuera de lo normal|fuera de lo comun
    |estranho|estranha|incomum|fora do normal|atipico|anormal|esquisito|alertas|peringatan`,
  'metric summary': `como cerro|como cerramos|como fechou|como fechamos|como termino|como nos va|how did we close|how did we fare|ringkasan|rekap|rekapan|rangkuman|ikhtisar|ringkas|kabar toko|gimana toko|bagaimana toko
    |kondisi toko|performa toko|gambaran umum|performa|kinerja|gimana jualan|bagaimana jualan|gimana hari
    |summary|overview|recap|summarize|summarise|how is business|how is the shop|how are we doing|how did we do
    |how is the store|how is it going|wrap up|rundown|highlights|how was business|how was|performance|how did
    |resumen|como vamos|como va la tienda|como va el negocio|como nos fue|panorama|como estuvo|como va
    |resumo|como estamos|como vai a loja|como foi|visao geral|balanco|como vao as coisas|como esta a loja|como anda`,
  'aggregation share': `sales mix|mix|berapa persen|persentase|persen|porsinya|kontribusi|kontribusinya|proporsi|bagian|share|presentase
    |sumbangan|menyumbang|nyumbang|pangsa
    |what percent|what percentage|percentage|percent|percentage of|what share|share of|proportion|contribution|contribute
    |fraction|how much of|portion|representa|representan|representam
    |que porcentaje|porcentaje|proporcion|participacion|que parte|que proporcion|por ciento
    |que porcentagem|porcentagem|percentual|proporcao|participacao|quantos por cento|por cento|qual porcentagem|fatia`,
  'aggregation avg': `rata rata|rata2|rerata|ratarata|reratanya|rata ratanya|rataan
    |average|avg|mean|on average|typically|typical
    |promedio|en promedio|media|media de|en media|em media|medio|medios`,
  'aggregation avg_per_day': `on a normal day|in a normal day|a normal day|un dia normal|num dia normal|em um dia normal|rata rata per hari|rata rata harian|per hari rata rata|rata rata sehari|sehari rata rata
    |rata rata tiap hari|rata rata setiap hari|harian rata rata|omzet harian rata rata|rata rata omzet harian
    |rata rata omzet per hari|rata rata penjualan per hari|rata rata penjualan harian|rata rata omset per hari
    |rata rata jualan per hari|rata rata pendapatan per hari
    |average per day|average daily|daily average|avg per day|per day on average|average a day|a day on average
    |avg daily|mean daily|average sales per day|average revenue per day|average daily sales|average daily revenue
    |per day average|each day on average|on an average day|in a typical day|on a typical day|sales per day on average
    |promedio diario|promedio por dia|promedio al dia|en promedio por dia|media diaria|por dia en promedio
    |ventas promedio por dia|venta promedio diaria|venta diaria promedio|ventas diarias promedio|al dia en promedio
    |promedio de ventas por dia|promedio de ventas diarias|promedio de venta diaria
    |media por dia|media diaria|por dia em media|vendas medias por dia|media de vendas por dia|media diaria de vendas
    |em media por dia|faturamento medio por dia|faturamento medio diario`,
  'aggregation median': 'median|mediana|nilai tengah|titik tengah',
  'aggregation rank_desc': `estrella|carro chefe|queridinho|hero|ranked|dari gede ke kecil|dari besar ke kecil|dari yang terbesar|dari yang tertinggi|dari banyak ke sedikit|high to low|highest to lowest|from high to low|de mayor a menor|do maior para o menor|do maior ao menor|urutin|urutkan|diurutkan|urut|sort|sorted|sort by|ordena|ordenar|ordene|ordenado|rankingnya|peringkatnya|top|teratas|tertop|los primeros|primeros|os primeiros|primeiros|terlaris|paling laku|paling laris|paling banyak laku|paling banyak terjual|paling banyak
    |terbanyak|tertinggi|paling tinggi|terbesar|paling besar|terbaik|paling bagus
    |terlaku|paling untung jual|favorit|paling favorit|paling populer|terpopuler|unggulan|andalan|paling dicari
    |best seller|best sellers|bestseller|bestsellers|bestselling|best selling|top selling|top seller|top sellers
    |paling diminati|paling digemari|juara|nomor satu|paling gede|paling kuat|paling sering
    |paling laris manis|laris manis|jagoan|primadona|paling cuan|ranking|peringkat|urutan|urutkan
    |best|most|highest|biggest|largest|strongest|most popular|most sold|sold the most|sells the most|sell the most
    |the most|peak|rank|winner|winning|leading|star|number one|favourite|favorite|favourites|favorites
    |made the most|earns the most|top performing|best performing|sold most|sells best|sell best|sold best|did best
    |mas vendido|mas vendidos|mas vendida|mas vendidas|mejor|mejores|mas alto|mas alta|mayor|mayores|mas ventas
    |lo mas vendido|se vende mas|se vendio mas|vende mas|vendio mas|vendi mas|vendimos mas|mas se vende|mas se vendio
    |mas popular|mas fuerte|mas vende|mas vendio|mas facturo|se venden mas|mas se venden
    |facturo mas|factura mas|vendimos mas|mas vendimos|mas ingresos|mas dinero|mas pedidos|mas transacciones
    |mais vendido|mais vendidos|mais vendida|mais vendidas|melhor|melhores|maior|maiores|mais alto|mais alta|mais vendas
    |o que mais vende|vende mais|vendeu mais|vendemos mais|mais vendeu|mais vende|mais popular|mais forte
    |faturou mais|mais faturou|mais faturamento|mais vendeu|campeao|mais pedidos|vendem mais`,
  'aggregation rank_asc': `dari kecil ke gede|dari kecil ke besar|dari yang terkecil|dari yang terendah|low to high|lowest to highest|from low to high|de menor a mayor|do menor para o maior|do menor ao maior|terbawah|paling tidak laku|tidak laku|kurang laku|paling sedikit|terendah
    |paling rendah|terkecil|paling kecil|terburuk|paling jelek|paling buruk|paling lambat|paling seret
    |paling sedikit terjual|kurang laris|tidak laris|paling kurang laku|melambat|jarang laku|paling jarang|sepi peminat|kurang peminat|terjelek|paling lemah|paling tidak laris|jarang terjual
    |paling sedikit laku|paling kurang
    |worst|least|lowest|slowest|slow moving|slow mover|slow movers|dead stok|stok mati|worst selling|least sold|least popular|weakest
    |smallest|fewest|poorest|bottom|sold the least|sells the least|dead stock|not selling|sell the least
    |sold least|sells worst|worst performing|did worst|slow sellers|worst sellers|worst seller|underperforming
    |menos vendido|menos vendidos|menos vendida|menos vendidas|peor|peores|mas bajo|mas baja|menor|menores|menos ventas
    |se vende menos|se vendio menos|vende menos|vendio menos|menos se vende|menos se vendio|mas flojo|mas floja|mas debil
    |menos popular|mas lento|lo menos vendido|vendimos menos|menos vende|menos vendio|se venden menos
    |no se vende|no se venden
    |pior|piores|mais baixo|mais baixa|menos vendas|vende menos|vendeu menos|vendemos menos|mais fraco|mais fraca
    |menos vendeu|o que menos vende|mais parado|encalhado|encalhados|vendem menos|nao vende|nao vendem`,
  'busy rank_desc': `paling ramai|paling rame|teramai|busiest|mas concurrido|mas concurrida|mas movido|mas movimiento|mais movimentado|mais movimentada|peak hour|peak hours
    |rush hour|busy hours|jam sibuk|jam ramai|jam rame|hora pico|hora de pico|horas pico|horario pico|ramainya|ramai|rame|busy|crowded|jam puncak|horario de pico|most crowded|mas ocupado|mas ocupada`,
  'busy rank_asc': `paling sepi|tersepi|quietest|mas tranquilo|mas tranquila|mais tranquilo|mais parado|mais calmo|jam sepi|slowest time|quiet|least busy|menos movimentado|menos concurrido`,
  'price rank_desc':
    'termahal|paling mahal|most expensive|priciest|mas caro|mas caros|mas cara|mais caro|mais caros|mais cara',
  'price rank_asc':
    'termurah|paling murah|cheapest|least expensive|mas barato|mas baratos|mais barato|mais baratos|mais barata',
  'aggregation max': `maksimal|maksimum|rekor|rekor tertinggi|maximum|max|record|record high|maximo|record de ventas|recorde`,
  'aggregation min': 'minimal|minimum|minimo|rekor terendah|record low',
  'aggregation list': `daftar|list|apa saja|apa aja|sebutkan|mana saja|mana aja|rincian|rinci|detail|breakdown|break down
    |produk apa yang|barang apa yang|which products|what products|which items|que productos|quais produtos|cuales productos|que produtos
    |listado|lista|desglose|desglosa|detalhe|detalhamento|semua produk|all products|split`,
  'aggregation trend': `naik terus|turun terus|terus naik|terus turun|naik atau turun terus|keeps growing|keep growing|keeps falling|consistently|trending|tren|trend|trendnya|trennya|perkembangan|pergerakan|grafik|over time|progress|evolution|development
    |trends|chart|graph|curve|tendencia|evolucion|grafica|grafico|evolucao|evoluindo|trayectoria|fluktuasi|pola|pattern`,
  'aggregation latest': `terakhir jual|terakhir menjual|terakhir kali|kapan terakhir|terakhir laku|terakhir terjual|terakhir kejual|kapan terjual terakhir
    |penjualan terakhir|last sold|when did we last sell|last time|when was the last|last sale of|latest sale|most recent sale
    |last sell|when was the last time|ultima vez|cuando fue la ultima|ultima venta|ultima vez que|quando foi a ultima
    |ultima venda|cuando se vendio|quando foi a ultima vez|cuando fue la ultima vez|kapan`,
  'aggregation explain': `kenapa|mengapa|knp|kok|alasan|alasannya|sebab|penyebab|penyebabnya|sebabnya|gara gara apa|apa yang bikin
    |apa yang menyebabkan|why|what made|what makes|apa yang membuat|que hizo que|o que fez|reason|reasons|cause|causes|caused|what happened|what caused|how come|explain|explanation
    |driving|drove|behind the|what is behind|por que|porque|motivo|razon|causa|que paso|a que se debe|explica|explicame
    |por qual motivo|o que aconteceu|razao|explique|explica|que ocurrio|que causo|o que causou|apa sebab`,
  'dimension product': `produk|produknya|barang|barangnya|item|itemnya|bunga|menu|dagangan|jenis|macam|produk mana|bunganya|jualannya
    |product|products|items|flower|flowers|goods|article|articles|seller|sellers
    |producto|productos|articulo|articulos|flor|flores|mercancia
    |produto|produtos|artigo|artigos|itens|mercadoria|mercadorias`,
  'dimension branch': `cabang|cabangnya|outlet|outletnya|toko mana|lokasi|gerai|toko|kios|per toko|tiap toko|antar cabang
    |branch|branches|store|stores|shops|location|locations|outlets|which shop|each shop|per shop|shop
    |sucursal|sucursales|tienda|tiendas|local|locales|sede|sedes
    |filial|filiais|loja|lojas|unidade|sucursais`,
  'dimension color': `ukuran|ukurannya|size|sizes|rasa|flavour|flavours|flavor|flavors|talla|tallas|tamano|tamanos|tamanho|tamanhos|sabor|sabores|warna|warnanya|color|colors|colour|colours|cor|cores|colores|tono|warna apa|varian|variant|variants|variante|variantes`,
  'dimension category': `kategori|kategorinya|category|categories|categoria|categorias|jenis kategori|golongan|kelompok|product group|product groups`,
  'dimension day': `sehari|day|days|dia|dias|hari|tanggal|tgl|date|dates|fecha|data|hari dengan|hari yang|days with|day with|dias con|dias com|dias en que|per hari|tiap hari|setiap hari|harian|hari ke hari|tanggal berapa|hari mana|per tanggal|tanggalnya|tanggal apa
    |per day|each day|every day|daily|day by day|by day|which date|which dates|what date|which day|what day|each date|by date
    |por dia|cada dia|diario|diaria|diarias|diarios|dia a dia|dia por dia|que dia|que fecha|en que dia|cual dia|el dia
    |diariamente|qual dia|em que dia|que data|o dia|days|dias`,
  'dimension weekday': `hari apa|hari apa saja|hari dalam seminggu|per hari dalam seminggu|hari hari apa|menurut hari
    |day of the week|days of the week|which weekday|what weekday|weekdays by|by weekday|which day of the week
    |what day of the week|day of week|per weekday|each weekday|which days|what days
    |dia de la semana|dias de la semana|que dia de la semana|por dia de la semana
    |dia da semana|dias da semana|que dia da semana|qual dia da semana|por dia da semana|em qual dia da semana`,
  'dimension hour': `jam berapa|jam|per jam|jam apa|tiap jam|jam jam|setiap jam|pukul berapa
    |hour|hours|by hour|per hour|what time of day|which time of day|what times of day|time of the day|what time|which hour|hourly|time of day|what hour|at what time
    |hora|horas|por hora|a que hora|que hora|cada hora|a que horas|que horas|horario|horarios|em que hora`,
  'dimension week':
    'week|weeks|semana|semanas|minggu|pekan|per minggu|tiap minggu|setiap minggu|mingguan|minggu mana|per week|each week|every week|weekly|by week|week by week|which week|por semana|cada semana|semanal|semanales|que semana|semanalmente|qual semana|semanais|per pekan',
  'dimension month':
    'per tahun|tiap tahun|setiap tahun|tahunan|by year|per year|each year|every year|yearly|annually|annual|por ano|cada ano|anual|anualmente|month|months|mes|meses|bulan|per bulan|tiap bulan|setiap bulan|bulanan|bulan apa|bulan mana|bulan ke bulan|per month|each month|every month|monthly|by month|month by month|which month|what month|por mes|cada mes|mensual|mensuales|que mes|en que mes|mensal|qual mes|mensais|em que mes|mes a mes|tiap2 bulan|quarterly|by quarter|per quarter|each quarter|every quarter|quarter by quarter|per kuartal|tiap kuartal|setiap kuartal|kuartalan|per triwulan|tiap triwulan|por trimestre|cada trimestre|trimestral|a cada trimestre',
  per: `separately|individually|por separado|separadamente|per|tiap|setiap|masing masing|menurut|berdasarkan|antar|by|each|every|across|por|cada|segun|separado por|segundo|dividido por|split by|broken down by|grouped by`,
  which: `siapa|apa|mana|yang mana|apaan|siapa yang|which|what|what is|whats|which one|which is|cual|cual es|cual fue|que|qual|qual e|qual foi|o que`,
  how_many: `berapa banyak|jumlah|jumlahnya|how many|cuantos|cuantas|quantos|quantas|number of|numero de`,
  more: 'more|lebih|mas|mais|banyak',
  fewer: `fewer|less|menos|sedikit|dikit|slow|weak|poor|low|bad|poorly|badly|lambat|lesu|sepi|seret|mati|macet|jelek|buruk|flojo|floja
    |flojos|malo|mala|malos|malas|fraco|fraca|fracos|ruim|parado|parados|poco|poca|pocos|pouco|pouca|poucos|dead|lemes|loyo`,
  or: 'or|atau|ato|ou',
  earlier: `previous period|prior period|period before|the period before|the previous period|periode sebelumnya|periode lalu|periode yang lalu|periodo anterior|el periodo anterior|o periodo anterior|periodo previo|last one|the last|last|the previous one|previous one|the one before|yang lalu|sebelumnya|sebelum itu|yang sebelumnya|lalunya|la pasada|el pasado|pasada
    |pasado|anterior|el anterior|la anterior|passada|passado|a passada|o passado|o anterior|previous|the previous|before that|before|prior`,
  of_week: 'of the week|of week|dalam seminggu|de la semana|da semana|selama seminggu',
  week_ago: `same day last week|the same day last week|same day a week ago|same day the week before|hari yang sama minggu lalu|hari yang sama minggu kemarin
    |hari yang sama pekan lalu|hari sama minggu lalu|mismo dia de la semana pasada|el mismo dia de la semana pasada|mismo dia la semana pasada
    |mesmo dia da semana passada|o mesmo dia da semana passada|mesmo dia semana passada`,
  month_ago: `same days last month|same days of last month|same days in last month|same days the month before|same days a month ago|same days a month earlier
    |same days the previous month|same days of the previous month|the same days last month|the same days of last month|the same days in last month
    |the same days the month before|the same days a month ago|the same days a month earlier|the same days the previous month
    |the same days of the previous month|same dates last month|same dates of last month|same dates in last month|same dates the month before
    |same dates a month ago|same dates a month earlier|same dates the previous month|same dates of the previous month|the same dates last month
    |the same dates of last month|the same dates in last month|the same dates the month before|the same dates a month ago|the same dates a month earlier
    |the same dates the previous month|the same dates of the previous month|same period last month|same period of last month|same period in last month
    |same period the month before|same period a month ago|same period a month earlier|same period the previous month|same period of the previous month
    |the same period last month|the same period of last month|the same period in last month|the same period the month before|the same period a month ago
    |the same period a month earlier|the same period the previous month|the same period of the previous month|same stretch last month
    |same stretch of last month|same stretch in last month|same stretch the month before|same stretch a month ago|same stretch a month earlier
    |same stretch the previous month|same stretch of the previous month|the same stretch last month|the same stretch of last month
    |the same stretch in last month|the same stretch the month before|the same stretch a month ago|the same stretch a month earlier
    |the same stretch the previous month|the same stretch of the previous month|same time last month|same time of last month|same time in last month
    |same time the month before|same time a month ago|same time a month earlier|same time the previous month|same time of the previous month
    |the same time last month|the same time of last month|the same time in last month|the same time the month before|the same time a month ago
    |the same time a month earlier|the same time the previous month|the same time of the previous month|same point last month|same point of last month
    |same point in last month|same point the month before|same point a month ago|same point a month earlier|same point the previous month
    |same point of the previous month|the same point last month|the same point of last month|the same point in last month|the same point the month before
    |the same point a month ago|the same point a month earlier|the same point the previous month|the same point of the previous month
    |mismo periodo del mes pasado|mismo periodo el mes pasado|mismo periodo del mes anterior|mismo periodo el mes anterior|el mismo periodo del mes pasado
    |el mismo periodo el mes pasado|el mismo periodo del mes anterior|el mismo periodo el mes anterior|mismas fechas del mes pasado
    |mismas fechas el mes pasado|mismas fechas del mes anterior|mismas fechas el mes anterior|las mismas fechas del mes pasado
    |las mismas fechas el mes pasado|las mismas fechas del mes anterior|las mismas fechas el mes anterior|mismos dias del mes pasado
    |mismos dias el mes pasado|mismos dias del mes anterior|mismos dias el mes anterior|los mismos dias del mes pasado|los mismos dias el mes pasado
    |los mismos dias del mes anterior|los mismos dias el mes anterior|mismo lapso del mes pasado|mismo lapso el mes pasado|mismo lapso del mes anterior
    |mismo lapso el mes anterior|el mismo lapso del mes pasado|el mismo lapso el mes pasado|el mismo lapso del mes anterior|el mismo lapso el mes anterior
    |mesmo periodo do mes passado|mesmo periodo no mes passado|mesmo periodo do mes anterior|mesmo periodo mes passado|o mesmo periodo do mes passado
    |o mesmo periodo no mes passado|o mesmo periodo do mes anterior|o mesmo periodo mes passado|mesmas datas do mes passado|mesmas datas no mes passado
    |mesmas datas do mes anterior|mesmas datas mes passado|as mesmas datas do mes passado|as mesmas datas no mes passado|as mesmas datas do mes anterior
    |as mesmas datas mes passado|mesmos dias do mes passado|mesmos dias no mes passado|mesmos dias do mes anterior|mesmos dias mes passado
    |os mesmos dias do mes passado|os mesmos dias no mes passado|os mesmos dias do mes anterior|os mesmos dias mes passado`,
  nothing: `tidak gerak|tidak bergerak|not moving|not move|sama sekali|satupun|satu pun|sebiji pun|belum laku|belum terjual|nol|zero|unsold|never sold|did not sell|not sell any|not selling any|no se vendieron|no se vendio|no vendimos|nao vendeu|nao venderam|nao vendemos|nao foi vendido|nao foram vendidos|tidak terjual|tidak kejual|tidak ada yang laku|tidak ada yang terjual|not sold|at all|even once|even one|no sales|nothing|without sales|did not sell any
    |sin ventas|sin vender|ni una|ni uno|ninguna|ninguno|ninguna venta|nada|cero|sem vendas|sem vender|nenhuma|nenhum|nenhuma venda|nem uma|nem um`,
  how_much: `total|totals|keseluruhan|jumlah total|in total|berapa|how much|cuanto|cuanta|quanto|quanta|cuanto fue|quanto foi`,
  versus: `a mais que|a mais do que|a menos que|a menos do que|respecto al|respecto a la|respecto del|respecto|em relacao ao|ngalahin|mengalahkan|kalahkan|kalah|menang|nyalip|melewati|melampaui|unggul|beat|beats|beating|beaten|ahead of|behind|outsell|outsells|outsold|outperform|outperforms|outperformed|supera|supero|superan|superaron|superamos|supera a|superou|superaram|superamos|bateu|bate|passou|le gano a|le gana a|match|matches|matched|setara|sebanding|gedean mana|gede mana|gedean|banyakan mana|banyakan|ramean mana|ramaian mana|bagusan mana|bagusan|larisan mana|larisan|lakuan mana|tinggian mana|cuanan mana|besaran mana|mending mana|
    |mana yang lebih|lebih banyak mana|lebih besar mana|lebih ramai mana|lebih bagus mana|which is better|vs|versus|dibanding|dibandingkan|bandingkan|bandingin|banding|perbandingan|dibandingin|ketimbang|daripada|lawan|bedanya
    |perbedaan|selisih|beda|side by side|next to each other|berdampingan|lado a lado|compare|compared|compared to|compared with|comparison|against|difference|difference between|the gap between|than|vs.
    |frente al|frente a la|frente|comparado|comparada|comparado con|comparada con|comparar|compara|frente a|contra|comparacion|diferencia|comparame|respecto a
    |comparado com|comparada com|comparacao|compare|em relacao|diferenca|comparando|que el|que la|que o|do que|con respecto a|em comparacao|en comparacion`,
  change: `month on month|month over month|mom growth|mom change|growth mom|revenue mom|sales mom|week on week|week over week|day over day|day on day|naik|turun|naik turun|naik atau turun|naik apa turun|meningkat|menurun|lebih bagus|lebih baik|lebih ramai|lebih rame|lebih sepi
    |membaik|memburuk|bertumbuh|tumbuh|pertumbuhan|kenaikan|penurunan|perubahan|anjlok|merosot|melonjak|drop|berubah|lebih tinggi|lebih rendah
    |up or down|up|down|increase|increased|decrease|decreased|grow|grew|growth|growing|decline|declined|declining|better|worse|change|changed
    |rise|rising|fell|falling|fall|dropped|dropping|improve|improved|improving|higher|lower|trending up|trending down
    |subio|bajo|subieron|bajaron|aumento|aumentaron|crecio|crecimiento|cayo|cayeron|subiendo|bajando|crecer|creciendo|cambio|cambiaron|disminuyo
    |subiu|subiram|caiu|cairam|aumentou|aumentaram|cresceu|crescimento|crescendo|caindo|subindo|diminuiu|mudou|queda|melhor que|mejor que|mas que|mais que`,
  usual: `its average|their average|its usual|their usual|su promedio|sua media|rata ratanya|rata rata biasanya|dari biasanya|biasanya|dari biasa|dari rata rata|di atas rata rata|di bawah rata rata|dibanding rata rata|normalnya|seperti biasa|dengan biasanya
    |than a normal day|to a normal day|que un dia normal|que um dia normal|than usual|usual|usually|normal|than average|above average|below average|compared to average|vs average|to the average|versus average|than normal
    |de lo normal|lo normal|de lo habitual|lo habitual|del promedio|que el promedio|de costumbre|encima del promedio|por encima del promedio|debajo del promedio|por debajo del promedio
    |do normal|que o normal|do habitual|da media|acima da media|abaixo da media|que a media|do que o normal|de sempre|con el promedio|com a media`,
  last_year: `periode yang sama tahun lalu|tahun lalu periode sama|setahun lalu|dibanding tahun lalu|dari tahun lalu|vs tahun lalu|bulan yang sama tahun lalu|dibandingkan tahun lalu
    |year on year|year over year|yoy|same time last year|same period last year|this time last year|same month last year|same day last year|than last year|vs last year|compared to last year|same week last year
    |mismo periodo del ano pasado|mismo mes del ano pasado|interanual|que el ano pasado|vs el ano pasado|mismo periodo ano pasado|misma semana del ano pasado
    |mesmo periodo do ano passado|mesmo mes do ano passado|que o ano passado|que no ano passado|vs ano passado|mesma semana do ano passado|waktu yang sama tahun lalu`,
  except: `sem ser|que nao seja|que nao sejam|que no sea|que no sean|sin incluir|sem incluir|descontando|taking out|take out|leave out|ignoring|disregarding|except for|tirando o|tirando a|tirando os|tirando as|yang lain selain|lainnya selain|lain selain|but not|everything but|all but|anything but|semua kecuali|semua selain|todo menos|tudo menos|aside from|leaving out|left out|skip|minus|di luar|diluar|gak termasuk|tanpa hitung|tidak dihitung|tidak ikut dihitung|tidak ikut|tidak usah|not included|excluded|aside|dikecualikan|exclusive of|dejando fuera|deixando de fora|quitando|salvo|menos|selain|kecuali|tanpa|bukan|di luar|tidak termasuk|except|excluding|without|not including|other than|apart from|besides|but not|exclude|minus|not
    |excepto|menos el|menos la|menos los|menos las|sin|sin contar|aparte de|salvo|excluyendo
    |exceto|sem|sem contar|tirando|fora|a nao ser|excluindo|menos o|menos a|menos os|menos as`,
  and: ';|dan|ditambah|and|sama|serta|plus|dengan|also|lalu juga|y|e|tambien|tambem|terus|dn|juga|beserta|as well as|ademas|alem',
  follow: `kalau|kalo|klo|bagaimana dengan|gimana dengan|gimana kalau|kalau yang|what about|how about|and for|y en|y el|y la|y los|y las|e o|e a|e no|e na|e em|que tal
    |and what about|e para|y para|dan untuk|yang|sekarang yang|same for|lo mismo para|o mesmo para|now for|ok now|only for|cuma|khusus`,
  ahead: 'nanti|ke depan|kedepan|mendatang|upcoming|coming|ahead|que viene|que vem',
  'bound lt': `short of|south of|debajo de|por abajo de|abajo de|nao chegou a|nao chegaram a|no llego a|no llegaron a|no llegamos a|did not reach|did not hit|kurang dari|di bawah|dibawah|lebih sedikit dari|less than|fewer than|under|below|lower than|menos de|por debajo de|menor a|menor que|menos que|menores a|abaixo de|inferior a`,
  'bound gt': `arriba de|por arriba de|mas alla de|passaram de|passou de|passamos de|passam de|passar de|pasaron de|paso de|pasamos de|pasan de|pasaron los|pasamos los|paso los|pasan los|superamos los|passamos dos|passou dos|alem de|topped|exceeded|exceeds|surpassed|crossed|north of|upwards of|ultrapassou|ultrapassaram|lebih dari|di atas|diatas|lebih banyak dari|melebihi|more than|over|above|greater than|exceeding|higher than|mas de|por encima de|mayor a|mayor que|superior a|mais de|acima de|maior que|mais que|lewat|tembus|mas que`,
  'bound gte':
    'minimal|paling sedikit|at least|setidaknya|al menos|por lo menos|pelo menos|no minimo|minimum|como minimo',
  'bound lte':
    'maksimal|paling banyak|at most|no more than|up to|como maximo|a lo mucho|no maximo|maximum|tidak lebih dari',
  'hours 5 11':
    'pagi|pagi hari|pagi pagi|morning|in the morning|de la manana|por la manana|en la manana|mornings|da manha|de manha|pela manha|manha',
  'hours 11 15':
    'siang|siang hari|noon|midday|around noon|lunch|lunchtime|mediodia|al mediodia|meio dia|na hora do almoco|jam makan siang',
  'hours 15 18':
    'sore|sore hari|afternoon|in the afternoon|afternoons|por la tarde|en la tarde|de tarde|tarde|a tarde|de la tarde',
  'hours 18 24':
    'malam|malam hari|evening|night|at night|in the evening|evenings|noche|por la noche|en la noche|de la noche|noite|a noite|de noite',
  'weekdays weekend':
    'tiap weekend|setiap weekend|hari weekend|weekends|on weekends|los findes|findes|los fines de semana|fines de semana|nos fins de semana|fins de semana|tiap akhir pekan|setiap akhir pekan|finais de semana',
  'weekdays workday':
    'weekday|hari kerja|weekdays|on weekdays|working days|dias laborales|entre semana|dias uteis|dias de semana|weekday saja',
  denial: 'tidak|belum|jangan|never|nunca|jamas|nao',
  filler: `makes|berapa kali lipat|que tan bien|que tan bueno|que tan buena|mate|single|habra|habria|mil gracias|muchas gracias|tudo bem|todo bien|stack up|stacks up|measure up|hold up|holds up|mim|good morning|good afternoon|good evening|good day|selamat pagi|selamat siang|selamat sore|selamat malam|buenos dias|buen dia|buenas tardes|buenas noches|bom dia|boa tarde|boa noite|add up|adds up|end up|ended up|turn up|turned up|show up|sum up|look up|pull up|bring up|follow up|break|broken|broke down|breaks|be able to|able to|able|the month of|net|neto|netos|neta|netas|liquido|liquida|liquidas|liquidos|thank you|ada tidak|ada belum|apa tidak|atau tidak|apa belum|atau belum|number|numbers|instead|same thing|the same|same one|tao|tan|hal yang sama|sama juga|but|far|how far|pertama kali|o|what are|what were|which are|cuales son los|cuales son|cuales fueron|cuales|quais sao|quais foram|quais|kali|berapa kali|should|must|ought|may|might|am|pm|time|times|hora de|back|also|each of|every one|yang|jam ke|antes das|wib|pukul|las|a las|di|ke|dari|untuk|itu|ini|nya|ya|yah|dong|donk|deh|sih|nih|tuh|kan|lho|loh|gan|sis|kak|kakak|bang|abang|pak|bapak
    |bu|ibu|mbak|mba|min|admin|bos|boss|bro|coba|mohon|minta|mau|ingin|pengen|kasih|beri|kirim|lihat|liat|cek|tampilkan|tunjukkan|tunjukin
    |buatkan|bikin|info|tau|saya|aku|gue|gua|kami|kita|usaha|saja|aja|semua|seluruh|ada|bisa|dapat|dapet|sudah|udah|tentang|soal|gimana|bagaimana
    |seperti|sekarang|lagi|dulu|hasil|datanya|nomor|angka|sekali|uang|duit|kira|bantu|tolong|yuk|ayo|secara|pada|dalam|oleh
    |adalah|jadi|kah|masuk|buka|pas|banget|bgt|apakah|sampai|saat|waktu|cuma|hanya|hitung|sebut|bilang|halo|hai|hi|hello|hey|pagi ini|malam ini|hola|oi|ola|ok|oke|thanks|makasih|please|pls|gracias|obrigado|obrigada|por favor|bos|min|buat|punya|ku|ni|la|lah|tadi|kayak|kaya|sendiri|pronto|em breve|dentro de poco|khususnya|sebanyak|sebesar|senilai|sejumlah|laporin|laporkan|kabarin|infoin|kasitau|kasih tau|beritahu|tokoku|toko saya|toko kita|toko ini|toko kami|semua toko|keluarin
    |a|an|the|of|for|in|on|at|to|from|with|is|are|was|were|be|been|being|do|did|does|done|have|has|had|i|we|you|me|us|my|our|your|it|its|this|that|these
    |those|there|how|show|see|tell|get|give|let|know|want|need|can|could|would|please|just|so|now|far|all|overall|about|business|go|going|any|some|like|look|check
    |display|only|then|here|right|during|between|who|am|im|it is|lets|hows|whats|whatre|got|really|exactly|currently|per se|figure|figures|amount|find|out|quick|quickly|my shop|our shop|the shop|our store|my store|the store|all stores|entire|whole|ones|one|make up|made up|comes|come|came|coming from|kind|s|m|re|report|level|as|if|hi|hey|bot|shopbell|into|happen|happened|was there|were there|is there|are there|anything|something|stuff
    |el|los|las|un|una|unos|unas|al|del|de|en|con|para|por|es|son|fue|fueron|ser|esta|este|esto|estos|estas|ese|esa|me|se|nos|mi|mis|nuestra|nuestro|hay|hubo|ha|han|he|hemos|tengo|tenemos
    |tiene|tienen|hice|hicimos|dame|dime|muestra|muestrame|ensename|manda|ver|quiero|quisiera|necesito|puedes|puedo|saber|hoy dia|total de|todo|todos|toda|todas|solo|lo|su|sus|mucho|muchos|durante|fueron|tuvimos|tuvo|como|donde|si|no|negocio|mi tienda|la tienda|nuestra tienda|mi negocio|llevamos|llevo|llevan|hasta ahora|entre|les|dia|dias|valor|hecho|hacer|alguna|algun|algo|representa|representan|corresponde|ahora|hacemos|hizo|tan|estan|viene|va|van
    |os|as|um|uma|uns|umas|do|da|dos|das|em|no|na|nos|nas|com|ao|aos|pelo|pela|sao|foi|foram|ser|isso|isto|esse|essa|meu|minha|meus|minhas|nosso|nossa|tem|temos|tivemos|houve|fiz|fizemos|quero|preciso
    |pode|posso|mostra|mostre|me da|diga|ver|tudo|todas|so|muito|muitos|ate agora|negocio|minha loja|a loja|nossa loja|loja toda|entre|valor|feito|fazer|alguma|algum|algo|agora|que houve|esta|estao|estamos|vai|vao|representam|quais os|quais as|ate`,
  'decline no_cost_data': `making money|losing money|ganando dinero|perdiendo dinero|ganhando dinheiro|perdendo dinheiro|laba|labanya|untung|untungnya|keuntungan|profit|margin|modal|hpp|rugi|kerugian|biaya|harga pokok|laba bersih|laba kotor|harga modal|ongkos|pengeluaran|cuan|gross profit|net profit|profitable|profits
    |cost|costs|expense|expenses|cogs|loss|losses|profitability|markup|most profitable|paling untung|menguntungkan|paling menguntungkan
    |ganancia|ganancias|gane|ganamos|utilidad|utilidades|margen|margenes|costo|costos|coste|costes|perdida|perdidas|gasto|gastos|rentabilidad|rentable|rentables|beneficio|beneficios
    |lucro|lucros|lucramos|lucrei|margem|margens|custo|custos|despesa|despesas|prejuizo|rentabilidade|lucrativo|lucrativos|ganho liquido`,
  'decline no_customer_data': `regulars|walk ins|walked in|people came|clientela|freguesia|siapa yang paling sering|paling sering belanja|sering belanja|who buys the most|who bought the most|quien compra mas|quien compro mas|quem mais compra|quem compra mais|quem mais comprou|berapa orang|ada berapa orang|orang berapa|how many people|how many persons|cuantas personas|cuanta gente|quantas pessoas|quanta gente|pelanggan|pelanggannya|customer|konsumen|pembeli|langganan|member|pengunjung|tamu|repeat order|repeat customer|siapa yang beli|siapa yang paling sering beli|orang yang beli|nomor hp|demografi
    |customers|client|clients|buyer|buyers|visitors|visitor|shoppers|loyal|returning|new customers|foot traffic|footfall|churn|who bought|who buys
    |cliente|clientes|comprador|compradores|visitantes|visitante|consumidor|consumidores|fregues|fregueses|quem comprou|quien compro`,
  'decline no_staff_data': `siapa yang jualan paling|siapa yang paling jago jual|siapa yang paling bagus jualan|salesgirl|salesman|saleswoman|sales rep|sales reps|seller of the week|vendedora estrella|karyawan|kasir|pegawai|staf|staff|pelayan|komisi|absensi|shift|gaji|sales terbaik orang|penjaga toko|anak buah|salesman|lembur|karyawannya
    |employee|employees|cashier|cashiers|salesperson|salespeople|commission|payroll|salary|salaries|wages|worker|workers|team member|seller person|seller of the month|attendance
    |empleado|empleados|empleada|empleadas|cajero|cajera|cajeros|vendedor|vendedora|vendedores|personal|comision|sueldo|sueldos|nomina
    |funcionario|funcionarios|funcionaria|caixa|atendente|atendentes|vendedoras|comissao|salario|salarios|equipe|folha de pagamento`,
  'decline no_target_set': `must i sell|must we sell|need to sell|needs to sell|have to sell|harus jual|harus jualan|harus laku|harus terjual|perlu jual|perlu terjual|tengo que vender|hay que vender|debo vender|debemos vender|necesito vender|preciso vender|precisamos vender|tenho que vender|devo vender|target|targetnya|sasaran|goal|goals|kpi|quota|budget|anggaran|capai target|objective|objectives|meta|metas|objetivo|objetivos|presupuesto|orcamento|cuota|tercapai|alvo`,
  'decline unsupported_metric': `sell well together|sell together|sold together|bought together|go together|laku bareng|laku bersamaan|dibeli bareng|dibeli bersamaan|beli bareng|se venden juntos|se compran juntos|vendem juntos|vendidos juntos|comprados juntos|ongkir|ongkos kirim|pajak|ppn|tunai|qris|gopay|ovo|transfer bank|metode pembayaran|pembayaran|utang|hutang|piutang|retur|refund|diskon|promo|komplain|keluhan|rating|review|iklan|konversi|supplier|pemasok|sewa|listrik
    |tax|taxes|vat|payment method|payment methods|credit card|card payments|cash payments|debt|debts|owed|refunds|refunded|returns|returned|discount|discounts|shipping|delivery fee|delivery|conversion|conversion rate|ratings|reviews|ads|advertising|marketing|complaints|suppliers|rent|electricity|voucher|coupon|coupons
    |impuesto|impuestos|iva|efectivo|tarjeta|metodo de pago|deuda|deudas|descuento|descuentos|devolucion|devoluciones|envio|envios|proveedor|proveedores|resenas|alquiler|publicidad|cupones
    |imposto|impostos|pix|cartao|forma de pagamento|divida|dividas|desconto|descontos|devolucao|devolucoes|frete|entrega|fornecedor|fornecedores|avaliacoes|aluguel|publicidade`,
  'decline destructive_action': `ubah|rubah|edit|koreksi|ganti omzet|ganti angka|ganti penjualan|ganti data|jadikan omzet|set the revenue|set revenue|correct the|hapus|hapuskan|hapusin|delete|remove|erase|wipe|ubah harga|ganti harga|ubah angka|ubah data|edit data|naikkan harga|turunkan harga|change the price|update the price|overwrite|drop table|reset|kosongkan|truncate|alter|modify|add a sale
    |borra|borrar|elimina|eliminar|quita|cambia el precio|modifica|modificar|sube el precio|apaga|apagar|exclui|excluir|deletar|remover|mude o preco|muda o preco|altere|alterar|aumente o preco`,
}

/** The words above, with what is put together from parts. */
export const CUE_WORDS: readonly (readonly [cue: string, phrases: string])[] = [
  ...Object.entries(OWN_WORDS),
  ...Object.entries(INDONESIAN_CUES),
  ...Object.entries(SUPERLATIVES),
  ...Object.entries(VERBS),
  ...Object.values(SMALL_WORDS).map((words): readonly [string, string] => [
    'filler',
    words.trim().replace(/\s+/g, '|'),
  ]),
]
