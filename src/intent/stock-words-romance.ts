/**
 * How goods are told in Spanish and Portuguese: lower case, no accents, `|` between phrases. Both in one
 * list, they have most words in common; what one of them would read as a product stays out.
 */
export const romanceStock = {
  moves: {
    order: `ya pedi|ya pedimos|ya lo pedi|ya encargue|ya esta pedido|ya pedido|pedi|pedimos|encargue|ja pedi
      |ja pedimos|ja comprei|ja compramos|ja encomendei|ja esta pedido|encomendei|encomendamos|comprei`,
    receive: `ya llego|ya llegaron|me llego|me llegaron|nos llegaron|llego|llegaron|recibi|recibimos|ja chegou
      |ja chegaram|chegou|chegaram|recebi|recebemos`,
    waste: `se echaron a perder|se echo a perder|se rompieron|se rompio|se pudrieron|se marchitaron|tire|tiramos
      |merma|de merma|rotas|rotos|podridas|podridos|marchitas|caducaron|caducados|joguei fora|jogamos fora
      |estragaram|estragou|quebraram|quebrou|murcharam|vencidos|vencidas|venceram|perda|de perda`,
    count: `mi inventario|inventario de|inventario|existencias de|existencias|stock de|stock|me quedan|me queda
      |quedan|queda|sobran|cambiar inventario|meu estoque|estoque de|estoque|sobraram|sobrou|restam|resta
      |tenho no estoque|contei|conte`,
  },
  terms: {
    shelf: 'vida util|se conserva|dura hasta|aguanta|duran|dura|validade|conserva|duram',
    review: `pedido cada|pido cada|pedimos cada|compro cada|compra cada|surto cada|pedir cada|compra a cada
      |compro a cada|compras a cada|pedido a cada|peco a cada|a cada|cada`,
    lead: `tiempo de entrega|entrega en|entrega|llega en|llegan en|tardan|tarda|prazo de entrega|prazo|entrega em
      |chega em|chegam em|demoram|demora`,
    cost: `precio de compra|precio de costo|me cuesta|me cuestan|cuesta|cuestan|costo de|costo|preco de compra
      |preco de custo|me custa|me custam|custa|custam|custo de|custo`,
    minimum: 'pedido minimo de|pedido minimo|compra minima|minimo de|minimo',
  },
  asks: {
    stock: `ver inventario|inventario de|inventario|existencias de|existencias|stock de|stock|cuanto queda de
      |cuanto me queda de|cuantas quedan de|cuantos quedan de|ver estoque|estoque de|estoque|quanto sobrou de
      |quanto tem de|quanto resta de`,
    supply:
      'como se surte|condiciones de|condiciones|ajustes de|como compro|condicoes de|condicoes',
  },
  fillers: `el la los las un una unos unas de del en con y e o a al hay tengo tenemos son es esta estan ya me nos mi
    mis por para ahora hoy total toda todo todas todos tienda negocio cada uno unidad se que lo as os um uma do da dos
    das no na nos com tem tenho temos sao esta estao ja meu minha agora hoje total tudo loja cada um unidade favor
    aproximadamente como unos cerca mais o menos traz trae trazem traen por`,
} as const
