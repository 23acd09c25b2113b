/**
 * Words that ask for nothing by themselves, beside those of `cue-words.ts`: politeness, helping verbs,
 * how one feels about a figure. They may stand anywhere in a question without naming a thing. What a
 * shop could sell, or what would change the rows (`online`, `tunai`, `besar`), must never be among them.
 */
export const SMALL_WORDS: Readonly<Record<'id' | 'en' | 'es' | 'pt', string>> = {
  id: `dibagi dipecah dirinci dipisah dipilah tapi tp namun tetapi meskipun terhadap eh hei hey hmm hm wah waduh aduh duh oh ah kek cuy coy lur gais guys bosku bosq bossku sob brow bray
    bro ndan bund bunda mbakyu aa akang mang om tante pakde bude koh cik cici ko ci juragan suhu agan
    assalamualaikum assalamu alaikum permisi misi maaf sori sorry punten nuwun monggo tolonglah cobain
    cobalah mohonlah donk atuh euy mah teu lah loh toh to harus mesti wajib perlu butuh boleh dapatkah
    bisakah tahukah adakah sempat keburu jelasin jelaskan ceritain sebutin hitungin hitungkan itungin
    itung cekin cariin carikan cari bacain bacakan lihatin liatin tampilin tunjukkin kirimin kirimkan
    bikinkan buatin bilangin ngecek cekkan ambilin ambilkan kasitahu beritau kabari infokan laporannya
    lapor tanya nanya bertanya penasaran pengin kepo mikir gw gua gue aing ane ente elu lo lu kalian
    mereka dia beliau orang orangnya kitanya punyaku dapet dapat didapat dapetin diperoleh peroleh
    menghasilkan menghasilin dihasilkan hasilkan nyampe nyampai tembusin kena gitu gini begitu begini
    segitu segini seberapa sekitar sekitaran kurleb lumayan agak cukup terlalu amat sangat sungguh beneran
    benar bener betul masa masak rasanya kayaknya kayanya sepertinya kelihatannya keliatannya nampaknya
    mungkin barangkali pasti memang emang emangnya justru malah malahan padahal soalnya karena karna krn
    makanya jadinya trus lanjut lanjutin sekalian sekaligus bareng barengan antara diantara oke sip siap
    mantap mantul keren kenceng lemes anteng disuka disukai disenangi disenengin diminati digemari dicari
    dicariin diburu dipesen dipesan diambil terserap suka seneng demen minat nyari ambil pesen beli
    membeli dibelinya kebeli belinya terjadi kejadian tercatat dicatat tersebut terkait berikut tadinya
    dulunya awalnya akhirnya saban sewaktu ketika selagi semenjak bila jika andai misal misalnya contohnya
    punyanya miliknya milik atas bawah ikut ikutan jalan jalannya berjalan lancar aman sehat lupa ingat
    inget ingetin seharusnya harusnya mestinya sebenarnya sebenernya sebetulnya nyata riil langsung cepat
    cepet buruan segera sebentar bentar dl dlu noh tu nan dimana kemana barusan keseluruhannya totalnya
    semuanya seluruhnya jumlahkan gabung gabungan digabung bgini bgitu aj mulu melulu selalu selama kerja
    usaha dagang berdagang bisnis rekapnya perhitungan perhitungannya hitungan hitungannya datanya data
    angkanya nilainya besarnya banyaknya dihitung terhitung dijumlah ditotal totalin digabungin seisi
    sekota cabangku tetep tetap masih dihasilin kepake kepakai kejar ngejar nutup cair tok
    thok iki ning karo sing mun upami`,
  en: `but far uh um ok okay alright cool great nice awesome wow yo dude buddy sir madam maam boss gimme wanna gonna
    gotta lemme kinda sorta dunno cuz coz tho thou though although however anyway btw fyi asap wondering
    curious quick question ask asking asked answer tell telling help helping kindly grateful possible
    possibly maybe perhaps probably actually basically literally roughly approximately approx about around
    generally mostly mainly simply even still yet already almost nearly quite rather pretty very too much
    bit little lot lots bunch couple several various certain specific particular given same such own else
    thing things questions everything everyone everybody anybody anyone nobody people folks person persons guy us ours mine yours
    theirs he she they them him her his their bad good well fine decent terrible awful rough tough actual
    real true correct exact precise generate generated generates produce produced pull pulled pulling rang
    rung clear cleared shift shifted gone went goes leave leaves bring brings bringing brought add added
    adds adding put puts run ran runs doing does done gets getting got gotten gave perform performed
    performs performing fare fared fares stand stands turned turn turns hit hits reach reached account
    accounts accounted responsible belong belongs belonging driven drives contribute contributed
    contributes represent represents represented shape result results resulting outcome status state
    situation position standing calculate calculated compute count counted counts tally sum summed
    combined combine combining together altogether inclusive including include included includes both
    either neither whether because while when whenever where wherever whose whatever whoever must shall
    ought might may would cant cannot wont shouldnt wouldnt couldnt arent werent havent hasnt hadnt aint
    ive weve youve id wed theyre youre hes shes thats theres heres whos through throughout within via upon
    onto off out among amongst toward towards ready open opened opens working worked work works trade
    trading traded customerwise details info information stats stat statistics metric metrics value values
    worth name named called labelled way ways sort sorts case cases matter ta cheers thank appreciated
    again once twice always never often sometimes recently lately suddenly surprisingly apparently
    obviously clearly honestly seriously wants wanted needed needs love think thinks guess suppose believe
    remember remind checking checked seeing saw seen looking looked looks seem seems seemed heard hear
    listen read`,
  es: `pero sino entro hizo llevo movio hacia raro vienen proviene provienen uy ey buenas buenos tardes noches saludos disculpa disculpe perdon perdona oye oiga mira che amigo
    amiga jefe jefa compa compadre wey guey pana parce vale okey listo bueno bien mal regular ayudame
    ayuda ayudar decime decirme podrias podria puedas pudieras quisieras gustaria favor urgente rapido
    rapidito necesitaria necesitamos queremos querria quieres saberlo conocer cuentame contame mostrame
    muestreme pasame pasa enviame mandame sacame calcula calculame calcular suma sumame sumar cuenta
    contar revisar revisa checa checame checar fijate vamos voy ir vaya siendo sido estado estuvo
    estuvieron andan anda andamos andar sigue siguen seguimos realmente exactamente aproximadamente aprox
    casi apenas ya aun todavia entonces luego pues asi aunque pero cuando cuandos mientras sobre bajo tras
    ante hacia quien quienes alguien nadie mismo misma mismos mismas propio propia tal tales usted ustedes
    nosotros ellos ellas ella le os te ti mio mia suyo suya gente personas persona cosa cosas forma manera
    parte tipo caso vez veces rato hacen haciendo hago haces hicieron salio salieron sale salen saliendo
    saco sacamos sacaron genero generaron generamos entraron entra entran llego llegaron llega deja dejo
    dejaron dejan aporta aporto aportan aportaron lleva logramos logro conseguimos obtuvimos obtuvo
    obtenido alcanzamos alcanzo movimos movio muevan mueve mueven resulta resulto resultado resultados
    quedo quedamos debe deben debo deberia deberiamos tendria tanto tanta tantos tantas demasiado bastante
    gran sola solos solas junto juntos juntas junta ambos ambas incluyendo incluido incluida buena totales
    general global completo completa entera entero dato datos cifra cifras numeros informacion reporte
    informe preguntas situacion exacto exacta precisa preciso reales despues antes dentro alrededor cerca`,
  pt: `teve tiveram porem contudo senao veio vieram vem vindo ih opa oie eai iae bom boa desculpa desculpe licenca perdao olha veja escuta cara mano chefe patrao
    parceiro beleza blz valeu vlw certo legal bem ajuda ajudar pfv pfvr porfavor rapidinho gostaria queria
    podia poderia podem consegue consegues precisava precisamos saber sabe sabes diz dizer fala falar
    conta mostrar manda mandar passa passar envia enviar soma somar verifica verificar olhar vou indo
    sendo esteve estiveram andam andando segue seguem exatamente quase ja ainda entao depois logo pois
    assim embora mas quando enquanto conforme perante quem alguem ninguem mesmo mesma mesmos mesmas
    proprio propria tais eu voce voces eles elas ela ele lhe lhes me seu seus sua suas dele dela pessoal
    pessoas pessoa coisa coisas jeito maneira vezes faz fazem fazendo faco fizeram fez saiu sairam sai
    saem saindo tirou tiramos tiraram gerou geraram geramos entrou entraram entram chegou chegaram chega
    deixou deixaram deixa deixam trouxe trouxeram leva levou conseguiu obtivemos obteve alcancamos
    alcancou mexeu girou giraram gira resultou ficou ficamos fica deve devem devo deveria deveriamos teria
    demais sozinho sozinha incluindo geral inteiro inteira totais dado dados informacao relatorio perguntas situacao
    exato exata reais perto num numa nuns pra pro pras pros deu dar dei`,
}
