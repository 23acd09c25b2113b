import type { Vocabulary } from './vocabulary.ts'

export const english: Vocabulary = {
  spellings: {
    what: 'wht wat wut',
    week: 'wk',
    yesterday: 'yest ystday yesterdy yday yesteday yestrday',
    tomorrow: 'tmrw tmr tomorow tommorow tomorrw tmrow',
    today: 'tday todays tody',
    last: 'lst',
    month: 'mth mnth',
    you: 'u',
    your: 'ur',
    please: 'pls plz plis',
    thanks: 'thx thks thnks thanx thankss ty thankyou',
    'how much': 'howmuch',
    'is not': "isn't isnt",
    'are not': "aren't arent",
    'how is': "how's hows",
    'what is': "what's whats",
    sales: 'sale slaes sles salse',
    revenue: 'rev revenu',
    summary: 'sumary summry smry summery',
    forecast: 'forcast forecats forcats',
    restock: 'restck re-stock',
    report: 'rpt reprot',
    'best seller': 'bestsellers',
    'best sellers': 'bestselers',
  },
  fillers: `a an the of for in on at to from by with and or is are was were be been do did does
    done have has had i we you me us my our your it its this that these those there what which how
    much many show see tell give get let know want need can could would will please just so now
    far all overall total totals number numbers about shop store business going go any some like
    look check display send figures data only till here then again right doing well anything
    something someone gone went should must might list entire exactly roughly around approximately
    currently bot amount really quick full think hey`,
  mended: `summary sales revenue forecast prediction restock inventory products branches chart
    report export language privacy uploads`,
  besides: {
    summary: 'update latest quick good great ok okay',
    branches: 'compare comparison best worst most least top busiest',
    products: 'rank list best worst most least top',
    restock: 'should must urgent soon',
    undo: 'last latest previous sent file wrong i',
    chart: 'draw plot create generate busy busiest most best usually top',
    language: 'speak use switch talk',
    report: 'detailed long',
    uploads: 'last latest sent',
    why: 'so much suddenly',
    'export-help': 'moka pos loyverse square shopify',
  },
  commands: {
    summary: `summary|recap|sales|revenue|sold|sell|selling|turnover|income|takings|earn|earned
      |earnings|make|made|transactions|how many products|how many items|items sold|products sold
      |sold items|how are we doing|how did we do|how is business|how is the shop|up or down
      |overview|performance|slow day|busy|up|down|drop|dropped|fell|falling|rising|slow|quiet
      |money|orders`,
    forecast: `forecast|predict|prediction|predictions|projection|projected|expect|expected
      |estimate|will sell|going to sell|outlook|will we sell`,
    restock: `restock|reorder|order|buy|stock|inventory|run out|running out|out of stock|low stock
      |stock up|what should i order|what to order|what to buy|purchase|refill|replenish
      |running low|low on|low in|sold out|running short|short on`,
    products: `products|product|item|items|best seller|best sellers|bestseller|top seller
      |top sellers|best selling|top selling|sells best|sold best|sold most|sold the most
      |sells the most|top products|top product|top|popular|most popular|slow movers|slow mover
      |slow moving|worst sellers|worst seller|worst selling|per product|by product|not selling
      |ranking|rank|sell most|sell best`,
    branches: `branches|branch|outlets|outlet|per branch|by branch|each branch|every branch
      |which branch|best branch|which store|which shop|which outlet|per outlet|by outlet|stores
      |locations|location`,
    chart: `chart|graph|picture|plot|diagram|per day|daily|by day|trend|trends|each day|every day
      |hourly=hours|per hour=hours|by hour=hours|each hour=hours|every hour=hours|busy hours=hours
      |busiest hours=hours|busiest hour=hours|peak hours=hours|peak hour=hours|rush hour=hours
      |rush hours=hours|hour chart=hours|what time=hours|which hour=hours|which hours=hours
      |busiest time=hours|overview chart=overview|chart overview=overview|full chart=overview
      |complete chart=overview|all charts=overview|shop chart=overview`,
    report:
      'report pdf=pdf|pdf report=pdf|report excel=xlsx|excel report=xlsx|report xlsx=xlsx|report in pdf=pdf|report in excel=xlsx|report|full report|daily report|everything|complete report|sales report',
    why: 'why|reason|reasons|cause|how come|explain|what happened|what went wrong|why is that',
    uploads: 'files|file|uploads|upload|my files|uploaded|list files|file list|my uploads|imports',
    undo: `undo|cancel|remove file|delete file|undo file|undo this file|undo that|wrong file
      |take it back|revert|cancel file|cancel upload|undo upload|remove the last file
      |delete the last file|remove last file|delete last file|remove my file|remove the file
      |delete the file`,
    rows: 'rows|row|see rows|skipped|skipped rows|bad rows|which rows|rows skipped|see the rows',
    days: `closed days|closing days|days off|special days|days closed|my events|planned days`,
    language: `language|change language|spanish=es|in spanish=es|switch to spanish=es|portuguese=pt
      |in portuguese=pt|switch to portuguese=pt|english=en|in english=en|speak english=en|use english=en
      |indonesian=id|in indonesian=id|bahasa indonesia=id|switch to english=en
      |switch to indonesian=id`,
    sample: `sample|demo|example|see a sample|try it|sample shop|show me a demo|sample data
      |sample file`,
    'export-help': `export|how to export|how do i export|download|how to download|how to send
      |file format|how do i get the file|how do i send|which file|what file`,
    help: `help|how to use|how does this work|how do you work|what can you do|what else can you do
      |what can i ask|support|contact|human|person|talk to a person|talk to a human
      |talk to someone|guide|instructions|help me|how it works|talk to a real person|real person
      |agent|complaint|complain|problem|not working|broken|who are you|what is this|what are you
      |is this a bot|are you a bot|are you human|are you real`,
    menu: 'menu|main menu|options|commands|command list',
    greeting: `hi|hello|hey|hiya|good morning|good afternoon|good evening|start|get started
      |how are you|yo|greetings`,
    thanks: `thanks|thank you|thank you so much|thanks a lot|cheers|great|cool|nice|perfect
      |awesome|got it|alright|all right|good job|well done|good|okay|ok|wow|understood|very much
      |so much|appreciated`,
    profit: `profit|profits|profitable|margin|margins|cost|costs|loss|expenses|net profit
      |gross profit|cogs`,
    privacy: `privacy|private|is my data safe|data safe|who can see|who sees my data
      |privacy policy|secure`,
    'delete-data': `delete data|delete my data|delete all data|delete everything|erase my data
      |erase all my data|erase all data|wipe all my data|remove all my data|delete all
      |delete account|remove my data|erase everything|wipe my data|delete all my data`,
    'alert-details': `details|see details|alert details|last alert|latest alert|unusual|anomaly|anomalies
      |anything unusual|strange|weird|warning|warnings`,
    alerts: `alerts|alert settings|fewer alerts=less|less alerts=less|more alerts=more|alerts off=off
      |turn off alerts=off|turn alerts off=off|stop alerts=off|no alerts=off|no more alerts=off
      |alerts on=usual|turn on alerts=usual|turn alerts on=usual|alerts as usual=usual`,
  },
  courtesies: 'thanks thank cheers',
  partsOfDay: 'morning afternoon evening night',
  marks: `the a is are was were what how much many did do does we i you my our this these that which show me
    please thanks thank hello hi why when who will of for to and in on with from by help give tell need can
    could should have has it your any get want morning afternoon evening bye cancel low`,
  endings: '',
  periodWords: 'yesterday tomorrow',
  dates: null,
}
