import type { Generated } from 'kysely'
import type { ToldKind } from '../sales/told-day.ts'
import type { ToldState } from '../sales/told-sale.ts'

/**
 * The tables as Kysely sees them. Days are days since 1970, instants Unix milliseconds, quantities
 * thousandths, money minor units, label ids 0 for "none". JSON lies in text columns.
 */
export type Tables = {
  shop: {
    id: string
    name: string
    language: string
    time_zone: string
    currency: string
    closing_hour: number
    created_at: number
    sales_version: Generated<number>
    words_version: Generated<number>
    /** Since when the shop is gone on its owner's word; it may still come back. */
    closed_at: Generated<number | null>
  }
  person: {
    id: string
    channel: string
    phone: string | null
    user_id: string | null
    name: string | null
    last_inbound_at: number | null
    misses: Generated<number>
    created_at: number
    paced_until: Generated<number>
    /** The language they last chose or surely wrote; null: their shop's. */
    language: Generated<string | null>
    /** The shop they speak for now, of those they belong to; null: the first. */
    shop_id: Generated<string | null>
    /** Said `stop` then; null: hears from us unasked. */
    hushed_at: Generated<number | null>
    /** Their own quiet hours; null: the shop's. */
    quiet_from: Generated<number | null>
    quiet_to: Generated<number | null>
    quiet_urgent: Generated<number | null>
    /** When they told WhatsApp that they want no marketing; we send none, so nothing else changes. */
    marketing_stopped_at: Generated<number | null>
    /** Unix ms until which what they have written is paid off, and when they were last told to slow down. */
    heard_until: Generated<number>
    slowed_at: Generated<number | null>
  }
  person_alias: { channel: string; alias: string; person_id: string }
  member: {
    shop_id: string
    person_id: string
    role: string
    /** JSON list of branch names they are limited to. */
    branches: Generated<string | null>
    how: Generated<string>
    added_at: Generated<number>
    is_new: Generated<number>
  }
  invite: {
    hash: string
    shop_id: string | null
    role: string
    branches: string | null
    created_at: number
    expires_at: number
    used_by: string | null
  }
  wrong_code: { person_id: string; no: number; at: number }
  inbox: {
    seq: Generated<number>
    channel: string
    message_id: string
    mailbox: string
    sent_at: number
    received_at: number
    arrival: string
    state: 'pending' | 'done' | 'set-aside'
    attempts: Generated<number>
    failures: Generated<number>
    error: string | null
  }
  mailbox: {
    id: string
    ready_at: number | null
    lease_until: Generated<number>
    fence: Generated<number>
  }
  outbox: {
    seq: Generated<number>
    id: string
    shop_id: string | null
    person_id: string
    body: string
    bytes: Uint8Array | null
    state: OutboxState
    attempts: Generated<number>
    next_at: number
    wamid: string | null
    error: string | null
    created_at: number
    by_template: Generated<number>
    past_wamids: Generated<string>
    billed: string | null
  }
  billed_month: { channel: string; month: string; category: string; messages: number }
  template_state: {
    name: string
    language: string
    status: string | null
    quality: string | null
    category: string | null
    at: number
  }
  channel_pause: {
    channel: string
    until: number
    needs_operator: number
    reason: string
    since: number
  }
  early_status: { wamid: string; state: string; news: string; at: number }
  upload: {
    shop_id: string
    no: number
    state: UploadState
    source: string
    file_name: string
    sha256: string
    first_day: number | null
    last_day: number | null
    lines: Generated<number>
    has_quantity: Generated<number>
    has_money: Generated<number>
    /** What the file calls its colours, sizes or flavours. */
    variant_heading: string | null
    receipt: string | null
    created_at: number
    published_at: number | null
  }
  label: { shop_id: string; kind: LabelKind; id: number; key: string; text: string }
  /** Lines of one day of an upload; `body` as in sale-page.ts, `hidden` a bit a line. */
  sale_page: {
    shop_id: string
    day: number
    upload: number
    part: number
    lines: number
    hidden: Uint8Array | null
    body: Uint8Array
  }
  day_total: TotalColumns & { product: number; variant: number }
  /** Sums of sixteen days, all branches together, and which of them are true; see store/blocks.ts. */
  block_total: Omit<TotalColumns, 'day' | 'upload' | 'branch'> & {
    block: number
    product: number
    variant: number
    first_day: number
    last_day: number
  }
  rolled_block: { shop_id: string; block: number }
  branch_day: TotalColumns & { receipts: number; last_minute: number }
  skipped_row: {
    shop_id: string
    upload: number
    row: number
    column: string | null
    value: string
    reason: string
    text: string
  }
  day_replacement: {
    shop_id: string
    day: number
    branch: number
    n: number
    upload: number
    after_no: number
  }
  stock_entry: {
    shop_id: string
    scope: string
    ref: number
    kind: string
    no: number
    token: string
    value: number
    unit: string | null
    day: number
    moment: number
    at: number
  }
  layout_answer: { shop_id: string; fingerprint: string; kind: string; answer: string }
  open_question: {
    shop_id: string
    person_id: string
    kind: string
    fingerprint: string
    arrival: string
    asked_at: number
  }
  alert: {
    shop_id: string
    day: number
    finding: string
    label: string | null
    created_at: number
    labelled_by: Generated<string | null>
  }
  bell: {
    shop_id: string
    /** The shop's day on which it rang. */
    day: number
    /** 1: it could not wait, so it came beside the day's one bubble. */
    urgent: number
    kind: 'alert' | 'digest' | 'low-stock' | 'reminder'
    first_day: number
    last_day: number
    label: string | null
    labelled_by: string | null
    created_at: number
  }
  digest: {
    shop_id: string
    kind: string
    minute: number
    weekday: number
    since: number
    asked_by: Generated<string | null>
  }
  quiet_hours: { shop_id: string; from_minute: number; to_minute: number; urgent_anyway: number }
  alert_level: { shop_id: string; level: string; since: number }
  schedule_run: { job: string; slot: string; at: number }
  /** When each open shop is due to be looked at again, Unix ms. */
  shop_look: { shop_id: string; next_at: number }
  cleared_until: { name: 'inbox' | 'outbox'; seq: number }
  told_day: {
    shop_id: string
    no: number
    first_day: number
    last_day: number
    /** 0: the whole shop. */
    branch: number
    kind: ToldKind
    note: string | null
    created_at: number
  }
  /** `product` is empty for everything together. */
  forecast_said: {
    shop_id: string
    day: number
    product: string
    likely: number
    low: number
    high: number
    made_at: number
  }
  model_use: { day: number; shop_id: string; task: string; calls: number; tokens: number }
  model_leave: { shop_id: string; may_ask: number; may_name: number }
  /** What the model said to the same question or recording before. */
  model_answer: { shop_id: string; key: string; answer: string; at: number }
  asked_plan: {
    shop_id: string
    person_id: string
    seq: number
    plans: string
    at: number
    /** The readings it was asked back with, JSON; null: it was answered. */
    offers: string | null
  }
  /** Sales told by hand: `body` as flow wrote it, `picture` the hash of a photo. */
  told_sale: {
    shop_id: string
    no: number
    person_id: string
    kind: 'typed' | 'photo'
    state: ToldState
    body: string
    upload: number | null
    picture: string | null
    at: number
  }
  /** What each answer showed: `body` is analytics' `Shown`, `sales_version` the shop's at that moment. */
  shown: {
    shop_id: string
    person_id: string
    seq: number
    body: string
    sales_version: number
    at: number
  }
  /** Words an owner has confirmed to mean one of the shop's names. */
  name_alias: { shop_id: string; said: string; name: string; at: number }
  api_token: {
    hash: string
    id: string
    shop_id: string
    name: string
    created_at: number
    last_used_at: number | null
    revoked_at: number | null
    expires_at: number | null
    brought_until: Generated<number>
  }
  dashboard_link: { hash: string; person_id: string; shop_id: string; expires_at: number }
  dashboard_session: {
    hash: string
    person_id: string
    shop_id: string
    created_at: number
    expires_at: number
  }
  service_secret: { name: string; secret: string }
  api_import: {
    shop_id: string
    id: string
    key: string | null
    sha256: string
    lines: Generated<number>
    lease_until: number
    status: number | null
    body: string | null
    created_at: number
  }
}

type TotalColumns = {
  shop_id: string
  day: number
  upload: number
  branch: number
  lines: number
  quantity: number
  revenue: number
  refund_lines: number
  refunds: number
}

export type LabelKind = 'product' | 'variant' | 'category' | 'branch'

/** `staging` is invisible; `live` counts; `undone` is kept, so that undoing is no loss. */
export type UploadState = 'staging' | 'live' | 'undone'

/**
 * `held` waits for an open service window or for the operator, `asleep` for its person's morning. `unknown`: the request left and nobody
 * answered; a status may still tell.
 */
export type OutboxState =
  | 'ready'
  | 'sending'
  | 'unknown'
  | 'held'
  | 'asleep'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
