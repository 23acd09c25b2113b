import Database from '/work/main/node_modules/better-sqlite3/lib/index.js'

const db = new Database(process.argv[2], { readonly: true })
db.pragma('mmap_size=0')
const last = db.prepare('select max(day) d from day_total').get().d
const t = (name, sql, ...a) => {
  const st = db.prepare(sql)
  let best = 1e9
  for (let i = 0; i < 5; i++) {
    const at = performance.now()
    st.all(...a)
    best = Math.min(best, performance.now() - at)
  }
  console.log(name, best.toFixed(1))
}
for (const days of [28, 90, 365]) {
  const from = last - days + 1
  t(
    `group ${days}`,
    `select product, min(day) a, max(day) b, sum(lines) l, sum(quantity) q, sum(revenue) r, sum(refund_lines) rl, sum(refunds) rf from day_total where shop_id = 'shop-0' and day between +? and +? and upload in (select no from upload where shop_id='shop-0' and state='live') and product > 0 group by product`,
    from,
    last,
  )
  t(
    `count ${days}`,
    `select count(*), sum(quantity) from day_total where shop_id = 'shop-0' and day between +? and +? `,
    from,
    last,
  )
  t(
    `count live ${days}`,
    `select count(*), sum(quantity) from day_total where shop_id = 'shop-0' and day between +? and +? and upload in (select no from upload where shop_id='shop-0' and state='live')`,
    from,
    last,
  )
}
