import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/**
 * What the service counts about itself, for Prometheus. Labels are codes of our own or Meta's, never
 * a shop, a person, a number or a text: metrics are read by whoever runs the house.
 */
export type Metrics = {
  /** A request to `/webhook` was answered; seconds from its arrival to its answer. */
  readonly acknowledged: (status: number, seconds: number) => void
  /** So many webhooks shared one durable commit. */
  readonly committed: (webhooks: number, seconds: number) => void
  /** An attempt to answer a message ended; `waited` is how long it lay in the inbox, seconds. */
  readonly attempted: (kind: string, outcome: AttemptOutcome, waited: number) => void
  /** A message went out or did not; `code` is Meta's when they refused. */
  readonly delivered: (outcome: DeliveryOutcome, code?: number) => void
  /** The language model was asked; tokens as billed. */
  readonly asked: (outcome: string, tokens: number) => void
  /** A file was read to its end; lines that counted, seconds from bytes to published. */
  readonly imported: (outcome: string, lines: number, seconds: number) => void
  /** The schedule looked at every shop; how late it began, and how long it took, seconds. */
  readonly scheduled: (lag: number, seconds: number) => void
  /** A big shop's answers were made before anybody asked, seconds. */
  readonly prepared: (seconds: number) => void
  /** Everything as text in Prometheus' format, with the state of this moment. */
  readonly exposition: (state: ServiceState) => Promise<Exposition>
}

type AttemptOutcome = 'answered' | 'failed' | 'set-aside'
type DeliveryOutcome = 'sent' | 'refused' | 'unknown' | 'held'
export type Exposition = { readonly text: string; readonly contentType: string }

/** What is asked anew whenever somebody looks. */
export type ServiceState = {
  readonly ready: boolean
  readonly inbox: {
    readonly pending: number
    readonly oldestSeconds: number | null
    readonly setAside: number
  }
  readonly outbox: { readonly waiting: number; readonly held: number; readonly failed: number }
  /** Numbers that have stopped sending. */
  readonly pausedNumbers: number
  /** Messages Meta bills in this month, by sending number. */
  readonly billed: readonly { readonly channel: string; readonly messages: number }[]
  /** Null where it cannot be known. */
  readonly diskFreeBytes: number | null
}

/** From a quick commit to Meta's patience: acknowledgements are judged between 1 ms and some seconds. */
const ACK_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256]
/** From an answer at once to one that no attempt could give. */
const WAIT_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800]
const FILE_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** One registry for one service; several services in one process do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const counted = countersIn(registry)
  const gauges = gaugesIn(registry)
  let hasDefaults = false
  return {
    ...counted,
    exposition: async (state) => {
      // Measuring the event loop starts a timer, so a program that nobody watches has none.
      if (!hasDefaults) collectDefaultMetrics({ register: registry })
      hasDefaults = true
      gauges(state)
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}

const countersIn = (registry: Registry): Omit<Metrics, 'exposition'> => {
  const registers = [registry]
  const requests = new Counter({
    name: 'shopbell_webhook_requests_total',
    help: 'Requests to /webhook by the status they were answered with.',
    labelNames: ['status'],
    registers,
  })
  const acks = new Histogram({
    name: 'shopbell_webhook_seconds',
    help: 'From the arrival of a webhook to its answer.',
    buckets: ACK_SECONDS,
    registers,
  })
  const batches = new Histogram({
    name: 'shopbell_intake_batch_size',
    help: 'Webhooks that shared one durable commit.',
    buckets: BATCH_SIZES,
    registers,
  })
  const commits = new Histogram({
    name: 'shopbell_intake_commit_seconds',
    help: 'One durable commit of webhooks.',
    buckets: ACK_SECONDS,
    registers,
  })
  const attempts = new Counter({
    name: 'shopbell_message_attempts_total',
    help: 'Attempts to answer a message, by kind of message and outcome.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const waits = new Histogram({
    name: 'shopbell_answer_seconds',
    help: 'From the arrival of a message to the moment its answer is queued.',
    labelNames: ['kind'],
    buckets: WAIT_SECONDS,
    registers,
  })
  const deliveries = new Counter({
    name: 'shopbell_deliveries_total',
    help: 'Messages handed to Meta, by outcome and Meta’s code of a refusal.',
    labelNames: ['outcome', 'code'],
    registers,
  })
  const questions = new Counter({
    name: 'shopbell_model_requests_total',
    help: 'Questions to the language model, by outcome.',
    labelNames: ['outcome'],
    registers,
  })
  const tokens = new Counter({
    name: 'shopbell_model_tokens_total',
    help: 'Tokens billed by the language model.',
    registers,
  })
  const files = new Counter({
    name: 'shopbell_imports_total',
    help: 'Files read to their end, by outcome.',
    labelNames: ['outcome'],
    registers,
  })
  const lines = new Counter({
    name: 'shopbell_import_lines_total',
    help: 'Lines of files that became sales.',
    registers,
  })
  const fileSeconds = new Histogram({
    name: 'shopbell_import_seconds',
    help: 'From the bytes of a file to its receipt.',
    buckets: FILE_SECONDS,
    registers,
  })
  const lag = new Gauge({
    name: 'shopbell_schedule_lag_seconds',
    help: 'How late the last look at every shop began.',
    registers,
  })
  const round = new Gauge({
    name: 'shopbell_schedule_round_seconds',
    help: 'How long the last look at every shop took.',
    registers,
  })
  const preparing = new Histogram({
    name: 'shopbell_prepare_seconds',
    help: 'Adding up a big shop and making its dearest answers before anybody asks.',
    buckets: FILE_SECONDS,
    registers,
  })
  return {
    acknowledged: (status, seconds) => {
      requests.inc({ status })
      acks.observe(seconds)
    },
    committed: (webhooks, seconds) => {
      batches.observe(webhooks)
      commits.observe(seconds)
    },
    attempted: (kind, outcome, waited) => {
      attempts.inc({ kind, outcome })
      if (outcome === 'answered') waits.observe({ kind }, waited)
    },
    delivered: (outcome, code) => deliveries.inc({ outcome, code: code ?? '' }),
    asked: (outcome, used) => {
      questions.inc({ outcome })
      tokens.inc(used)
    },
    imported: (outcome, count, seconds) => {
      files.inc({ outcome })
      lines.inc(count)
      fileSeconds.observe(seconds)
    },
    scheduled: (late, seconds) => {
      lag.set(late)
      round.set(seconds)
    },
    prepared: (seconds) => preparing.observe(seconds),
  }
}

const gaugesIn = (registry: Registry): ((state: ServiceState) => void) => {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `shopbell_${name}`, help, labelNames, registers: [registry] })
  const ready = gauge('ready', '1 while /ready says 200.')
  const pending = gauge('inbox_pending', 'Messages that wait for their answer.')
  const oldest = gauge('inbox_oldest_age_seconds', 'Age of the oldest message without an answer.')
  const setAside = gauge('inbox_set_aside', 'Messages given up after five failures or ten crashes.')
  const outbox = gauge('outbox_messages', 'Messages on their way out, by state.', ['state'])
  const paused = gauge('paused_numbers', 'Numbers that have stopped sending.')
  const billed = gauge('billed_messages', 'Messages billed by Meta this month.', ['number_id'])
  const disk = gauge('disk_free_bytes', 'Room left where the database lies.')
  return (state) => {
    ready.set(state.ready ? 1 : 0)
    pending.set(state.inbox.pending)
    oldest.set(state.inbox.oldestSeconds ?? 0)
    setAside.set(state.inbox.setAside)
    for (const [name, count] of Object.entries(state.outbox)) outbox.set({ state: name }, count)
    paused.set(state.pausedNumbers)
    billed.reset()
    for (const { channel, messages } of state.billed) billed.set({ number_id: channel }, messages)
    if (state.diskFreeBytes !== null) disk.set(state.diskFreeBytes)
  }
}
