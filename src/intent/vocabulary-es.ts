import { pairs, type Vocabulary } from './vocabulary.ts'

/** Written without accents: half of all messages come so, and the other half is read so. */
export const spanish: Vocabulary = {
  spellings: {
    que: 'q k ke qe',
    porque: 'xq pq porq xk porke xke pork',
    para: 'pa xa pra',
    'por favor': 'xfa xfavor porfa porfavor porfis pf plis',
    cuanto: 'cto cnto kuanto cuant cuantoo cuanta',
    cuantos: 'ctos kuantos',
    de: 'd',
    ayer: 'ayr aier alyer ayier ayet ayeer',
    manana: 'mnn mnana manna mañna',
    hoy: 'oy hoi',
    semana: 'smana semna sem',
    pronostico: 'pronostiko',
    ventas: 'vetnas ventaz bentas vnetas vtas vents',
    venta: 'benta vta',
    vendi: 'bendi vndi',
    vendimos: 'bendimos vndimos',
    gracias: 'grax grasias gcias grcs grx',
    hola: 'ola hla holaa holis',
    bien: 'vien',
    orale: 'sale',
    tambien: 'tmb tb tambn',
    sucursal: 'suc suscursal',
    inventario: 'imventario',
    resumen: 'rsumen',
    estoy: 'toy',
    mensaje: 'msj',
    whatsapp: 'wsp wapp',
    grafica: 'grafika',
  },
  fillers: `a al del de la el los las lo un una unos unas y o u en con por para desde hasta que cual cuales
    cuanto cuantos como cuando donde quien es son fue fueron ser sido esta este esto estos estas ese esa eso
    estan estamos estoy estaba hay habia ha he hemos han tengo tenemos tiene tuve tuvimos tenido hice hicimos
    hecho hizo yo tu usted nosotros me se nos le les mi mis tus su sus nuestra nuestras nuestro si ya ahora
    ahorita aqui alli solo nada mas todo todos toda todas total totales dame damelo dime dimelo dinos
    muestra muestrame ensename manda mandame mandamelo envia enviame pasa pasame pasar dar ver veo ven mira
    mirar quiero quisiera quieres necesito podria podrias puedes puede puedo saber saberlo conocer checar
    checa revisar revisa consultar consulta calcula favor amigo amiga jefe oye oiga disculpa perdon bot
    shopbell tienda negocio puesto comercio changarro numero numeros datos dato cifra cifras monto
    cantidad importe hasta fecha momento va van voy ir dinero plata lana pesos peso euros acerca sobre
    respecto entonces pues bueno eh ah mm debo debemos debe deberia tendria tengo toca hacer haga algo alguna
    alguno informacion info detalle lista pon ponme generar genera crea haz hazme existe general tan tanto tanta
    mandas mandaste pasas dices das muestras ensenas regalame regalas traes sabes haces hago hacemos haber hubo
    decir decirme darme mostrarme ensenar tienes tengas cosa cosas algun ninguna ninguno nuestros digan dicen mandan pasan veamos vemos vamos a checame favorcito
    porfavor urge urgente disculpe perdona senor senora joven compa mucho
    muchos poco cuantas realmente mas menos o sea dia`,
  mended: `resumen ventas ingresos facturacion pronostico prevision inventario reponer productos vendido
    sucursales sucursal grafica grafico reporte informe ayuda ejemplo idioma archivos privacidad`,
  besides: {
    summary:
      'bien mal buen buena bueno ultimo ultimos ultima ultimas reciente recientes actualizado mejor peor',
    branches: `bien mal mejor mejores peor peores compara comparar comparacion comparame comparativo entre
      contra adelante fuerte`,
    products: 'mejor mejores peor peores lista orden ordenados ranking',
    restock:
      'urgente urgentemente pronto sugieres recomiendas sugerencia recomendacion conviene debo',
    undo: 'ultimo ultima anterior reciente ese enviado envie subi mande equivocado mal',
    uploads: 'ultimo ultimos recibidos cargados',
    report: 'detallado largo',
    why: 'tanto asi repente cambio',
    forecast: 'crees aproximado',
    chart: 'lineas barras dibuja mas vende vendo fuerte movimiento',
    'export-help': 'caja sistema punto programa',
    'delete-data': 'permanentemente definitivamente',
    language: 'cambia cambiar cambiame habla hablas hablar hablame usa usar poner pon quiero',
    help: 'puedes',
  },
  commands: {
    summary: `resumen|resumenes|resumeme|ventas|venta|vendi|vendimos|vendio|vendido|vendidos|vendiste|vendieron
      |vende|vender|ingresos|ingreso|facturacion|facture|facturamos|facturado|facturo|recaudacion
      |recaude|recaudamos|recaudado|entro|entraron|corte|corte de caja|cierre|cierre de caja
      |llevamos|llevo|vamos|como vamos|nos fue|me fue|fue|como nos fue|como estuvo|estuvo
      |como estuvieron|estuvieron|transacciones|tickets|operaciones|subio|subieron|bajo|bajaron
      |subio o bajo|subieron o bajaron|aumento|aumentaron|cayo|cayeron|subida|bajada|caida|alza|baja|flojo|floja|como cerramos|como cerro|como cerraron|rendimiento
      |desempeno|vendimos menos|vendimos mas|vendi menos|vendi mas|movimiento`,
    forecast: `pronostico|pronosticos|pronostica|prevision|previsiones|proyeccion|proyecciones|estimacion
      |estimado|prediccion|predicciones|predice|se vendera|venderemos|vendere|venderan|vendera
      |voy a vender|vamos a vender|va a vender|se va a vender|van a vender|se van a vender|esperar|esperas|espera|se venderia|venderia|venderiamos
      |vendamos|venda|se venda|esperamos|expectativa|expectativas`,
    restock: `que pedir|pedir|pido|pedimos|que pido|reponer|repongo|reposicion|resurtir|resurto|resurtido|surtir
      |surto|comprar|compro|compramos|compra|lista de compras|lista de compra|encargar|encargo
      |falta|faltan|faltante|faltantes|inventario|inventarios|existencias|existencia|stock
      |acabando|esta acabando|estan acabando|acaba|acaban|acabo|acabarse|agotado|agotados|agotando
      |agotarse|queda|quedan|quedando|queda poco|quedan pocos|abastecer|reabastecer|almacen|bodega
      |reordenar|hacer pedido|hacer el pedido|pedido|pedidos al proveedor|proveedor`,
    products: `productos|producto|articulos|articulo|mercancia|mas vendido|mas vendidos|mas vendida|mas vendidas
      |lo mas vendido|mas se vende|mas se vendio|mas se venden|mas vende|mas vendio|mas vendi
      |mas vendimos|se vende mas|se vendio mas|se venden mas|vende mas|vendio mas|vendi mas de
      |mejor vendido|mejor vendidos|mejores productos|top|ranking|menos vendido|menos vendidos
      |lo menos vendido|menos se vende|menos se vendio|menos se venden|se vende menos|se venden menos
      |vende menos|no se vende|no se venden|no se vendio|no se estan vendiendo|no se esta vendiendo|se estan vendiendo
      |se esta vendiendo|mas sale|sale mas|mas salen|mas salio|salio mas|no se mueve|no vende|por producto
      |cada producto|por articulo|favorito|favoritos|estrella|popular|populares|best seller`,
    branches: `sucursales|sucursal|tiendas|local|locales|sede|sedes|filial|filiales|por sucursal|por tienda
      |por local|cada sucursal|cada tienda|cada local|que tienda|cual tienda|que sucursal
      |cual sucursal|mejor tienda|peor tienda|mejor local|peor local|puntos de venta`,
    chart: `grafica|graficas|grafico|graficos|graficame|imagen|dibujo|tendencia|tendencias|por dia|cada dia|diario
      |diaria|diarias|dia a dia|dia por dia|curva|diagrama|evolucion|por hora=hours|cada hora=hours|grafica por hora=hours|grafico por hora=hours
      |hora mas fuerte=hours|horas mas fuertes=hours|hora pico=hours|horas pico=hours|que hora=hours
      |a que hora=hours|horario pico=hours|grafica completa=overview|grafico completo=overview
      |grafica general=overview|grafico general=overview`,
    report: `reporte pdf=pdf|reporte en pdf=pdf|informe pdf=pdf|informe en pdf=pdf|reporte excel=xlsx
      |reporte en excel=xlsx|informe excel=xlsx|informe en excel=xlsx|reporte|reportes|informe|informes|reporte completo|informe completo|reporte de ventas
      |informe de ventas|reporte diario|informe diario|completo`,
    why: `por que|porque|razon|razones|motivo|motivos|causa|causas|a que se debe|a que se debio|se debe|se debio
      |explica|explicame|explicacion|que paso|paso|que sucedio|que ocurrio|que salio mal`,
    uploads: `archivos|archivo|mis archivos|lista de archivos|documentos|documento|historial|subidos|enviados|subi|ya subi|ya mande|ya envie
      |archivos enviados|archivos subidos|he enviado|he subido|he mandado|que archivos`,
    undo: `deshacer|deshaz|deshazlo|deshacerlo|cancelar|cancela|cancelalo|anular|anula|revertir|revierte
      |archivo equivocado|me equivoque|me equivoque de archivo|equivoque|era otro archivo|mande mal|subi mal|envie mal|subi mal el archivo|mande mal el archivo|envie mal el archivo
      |${pairs(
        'quitar quita eliminar elimina borrar borra cancelar cancela deshacer deshaz',
        'archivo|el archivo|este archivo|ese archivo|mi archivo|el ultimo archivo|ultimo archivo',
      )}`,
    rows: `filas|fila|ver filas|ver las filas|filas omitidas|omitidas|renglones|filas malas|filas con error
      |filas saltadas|saltadas|filas con errores`,
    days: `dias cerrados|dias de cierre|dias especiales|mis eventos|eventos|que eventos|dias libres|dias de descanso
      |cuando cierro|cuando cerramos`,
    language: `idioma|idiomas|cambiar idioma|cambiar de idioma|cambia el idioma|lenguaje|espanol=es|castellano=es
      |idioma espanol=es|en espanol=es|ingles=en|idioma ingles=en|en ingles=en|portugues=pt
      |idioma portugues=pt|en portugues=pt|indonesio=id|idioma indonesio=id|en indonesio=id`,
    sample: `ejemplo|ejemplos|ver ejemplo|ver un ejemplo|demo|demostracion|prueba|probar|una prueba
      |tienda de ejemplo|archivo de ejemplo`,
    'export-help': `exportar|exporto|exporta|exportacion|como exporto|como exportar|descargar|descargo|como descargo
      |como bajo el archivo|como saco el archivo|sacar el archivo|saco el archivo|formato
      |formato del archivo|que archivo|cual archivo|como envio el archivo|como mando el archivo
      |como subo el archivo|subir archivo|subir el archivo|csv|excel|el excel|como saco el excel|como bajo el excel|saco el excel|saco el csv|como saco|como descargo el excel`,
    help: `ayuda|ayudame|ayudar|auxilio|que puedes hacer|puedes hacer|que haces|que sabes hacer|sabes hacer
      |como funciona|como funciona esto|como funcionas|como te uso|como se usa|como usar|como lo uso
      |instrucciones|guia|soporte|contacto|persona|hablar con una persona|hablar con alguien
      |hablar con un humano|humano|asesor|agente|queja|problema|problemas|no funciona|no sirve|error
      |quien eres|que eres|eres un bot|eres un robot|eres humano|que es esto|no entiendo|no le entiendo|no te entiendo|puedo hablar|hablar|quiero hablar
      |preguntar|a quien|con quien|con quien hablo|quien me ayuda|que puedo preguntar|que te puedo preguntar|que puedo hacer`,
    menu: 'menu|menu principal|opciones|comandos|lista de comandos',
    greeting: `hola|buenas|buenos dias|buen dia|buenas tardes|buenas noches|muy buenas|que tal|que onda|que hubo
      |saludos|hey|empezar|iniciar|comenzar|empecemos|como estas|como esta usted|como andas`,
    thanks: `gracias|muchas gracias|mil gracias|muchisimas gracias|te lo agradezco|agradezco|te agradezco|ok|okay
      |oki|vale|listo|perfecto|excelente|genial|bien|muy bien|buenisimo|entendido|de acuerdo
      |chido|padre|que padre|bravo|amable|muy amable|esta bien|todo bien|de lujo|buen trabajo|orale|por la ayuda|por tu ayuda|por su ayuda|por la informacion|por la info|va que va`,
    profit: `ganancia|ganancias|gane|ganamos|ganado|utilidad|utilidades|margen|margenes|costo|costos|coste
      |costes|perdida|perdidas|perdi|perdimos|gasto|gastos|rentabilidad|rentable|beneficio
      |beneficios|ganancia neta|utilidad neta`,
    privacy: `privacidad|privado|privados|seguro|seguros|estan seguros|datos seguros|quien ve mis datos
      |quien puede ver|quien ve|seguridad|confidencial|confidenciales|aviso de privacidad`,
    'delete-data': pairs(
      'borrar borra borren eliminar elimina quitar quita',
      'datos|mis datos|los datos|todos mis datos|todos los datos|toda mi informacion|mi informacion|todo|cuenta|mi cuenta',
    ),
    'alert-details': `detalles|ver detalles|ver los detalles|ultima alerta|la ultima alerta|detalles de la alerta|raro|rara|algo raro|extrano|algo extrano
      |anomalia|anomalias|inusual|algo inusual|fuera de lo normal|fuera de lo comun`,
    alerts: `alerta|alertas|ajustar alertas|ajustes de alertas|configurar alertas|menos alertas=less|mas alertas=more
      |alertas normales=usual|alertas como siempre=usual|alertas encendidas=usual|sin alertas=off
      |no mas alertas=off|alertas apagadas=off|no quiero alertas=off|no me mandes alertas=off
      |${pairs('activar activa encender enciende prender prende', 'alertas=usual|las alertas=usual|la alerta=usual')}
      |${pairs('desactivar desactiva apagar apaga quitar quita parar para detener', 'alertas=off|las alertas=off|la alerta=off')}`,
  },
  courtesies: 'gracias por favor',
  partsOfDay: 'tarde tardes noche noches madrugada mediodia',
  marks: `que de la el los las un una por para con como cuanto cuantos cual cuales cuando donde quien es son
    fue esta este mi tu yo se lo y en del al ayer hoy manana semana mes pasado pasada ano gracias hola quiero
    puedes necesito hay mas muy bien pero ya si ver dame cuantas vendi ventas tienda cambia borrar algo
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre ultimos proximos anteayer`,
  endings: '',
  periodWords: 'anteayer',
  dates: {
    phrases: {
      'day before yesterday': 'anteayer|antier|antes de ayer|antayer|antes de anoche',
      yesterday: 'el dia de ayer|dia de ayer|ayer',
      today: 'el dia de hoy|dia de hoy|hoy dia|hoy|hasta ahora',
      'day after tomorrow': 'pasado manana',
      tomorrow: 'el dia de manana|dia de manana|manana',
      closed: `cerrado|cerrada|cerrados|cerramos|cierro|cierra|cerraremos|cerraran|cerrar|cerre|descanso|descansamos
        |no abrimos|no abro|no abre|no abriremos|no abrire|no vamos a abrir|no voy a abrir|no abri`,
      open: 'abrimos|abro|abre|abierto|abierta|abriremos|abrire|vamos a abrir|voy a abrir|si abrimos',
      event: 'evento',
      please: 'por favor',
      afternoon: 'por la tarde|en la tarde|de la tarde',
      evening: 'por la noche|en la noche|de la noche',
      morning: 'de la manana|por la manana|en la manana|esta manana|ayer en la manana',
      'this week': 'de esta semana|esta semana|semana actual|semana en curso',
      'last week': `de la semana pasada|la semana pasada|semana pasada|semana anterior|pasada semana`,
      'past week': 'ultima semana|la ultima semana',
      'next week': `proxima semana|la proxima semana|semana que viene|semana proxima|siguiente semana
        |semana siguiente`,
      'this month':
        'de este mes|este mes|mes actual|mes en curso|en lo que va del mes|lo que va del mes',
      bulan: 'mes de',
      year: 'ano de|ano',
      'last month': 'mes pasado|mes anterior|pasado mes',
      'past month': 'ultimo mes',
      'next month': 'proximo mes|mes que viene|siguiente mes|mes proximo|mes siguiente',
      'this year':
        'este ano|ano actual|del ano|en lo que va del ano|lo que va del ano|ano en curso|en el ano',
      'last year': 'ano pasado|ano anterior',
      'last weekend': `fin de semana pasado|pasado fin de semana|ultimo fin de semana|finde pasado`,
      'this weekend': 'este fin de semana|fin de semana|este finde|finde',
      week: 'semana|semanal',
      month: 'mes|mensual',
      'per week': 'por semana|cada semana',
      'per month': 'por mes|cada mes',
      'every monday': 'todos los lunes|los lunes|cada lunes',
      'every tuesday': 'todos los martes|los martes|cada martes',
      'every wednesday': 'todos los miercoles|los miercoles|cada miercoles',
      'every thursday': 'todos los jueves|los jueves|cada jueves',
      'every friday': 'todos los viernes|los viernes|cada viernes',
      'every saturday': 'todos los sabados|los sabados|cada sabado',
      'every sunday': 'todos los domingos|los domingos|cada domingo',
      since: 'desde el|desde la|desde|a partir del|a partir de',
      until: 'hasta el|hasta la|hasta',
      'last 15 days': 'ultima quincena|quincena',
      '7 days ago': 'hace una semana',
      '30 days ago': 'hace un mes',
      depan: 'que viene',
      monday: 'lunes|lun',
      tuesday: 'martes',
      wednesday: 'miercoles',
      thursday: 'jueves|jue',
      friday: 'viernes|vie',
      saturday: 'sabado|sab',
      sunday: 'domingo|dom',
      january: 'enero|ene',
      february: 'febrero',
      march: 'marzo',
      april: 'abril|abr',
      mei: 'mayo',
      june: 'junio',
      july: 'julio',
      august: 'agosto',
      september: 'septiembre|setiembre',
      october: 'octubre',
      november: 'noviembre',
      december: 'diciembre|dic',
      '2': 'dos',
      '3': 'tres',
      '4': 'cuatro',
      '5': 'cinco',
      '6': 'seis',
      '7': 'siete',
      '8': 'ocho',
      '9': 'nueve',
      '10': 'diez',
      '12': 'doce',
      '15': 'quince',
      '30': 'treinta',
    },
    units: { days: 'dia dias', weeks: 'semana semanas week', months: 'mes meses month' },
    leads: {
      last: 'ultimo ultima ultimos ultimas pasado pasada pasados pasadas',
      next: 'proximo proxima proximos proximas siguiente siguientes',
      this: 'este esta',
    },
    tails: { lalu: 'pasado pasada anterior', depan: 'proximo siguiente depan' },
    agoBefore: 'hace',
    agoAfter: 'atras',
    dayOfMonth: 'dia',
    joints: 'de del el la los dia ro o',
    until: 'a al hasta',
  },
}
