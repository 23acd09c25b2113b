import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

// The thread's side of log-copying.ts: told to, it copies into the database what the log has by then.

const db = new Database(String(workerData), { fileMustExist: true })
db.pragma('synchronous=NORMAL')

parentPort?.on('message', () => {
  try {
    // Waits for nobody and is waited for by nobody: what is still being read stays for the next time.
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    // A full or damaged disk is told by the next commit; what is in the log is safe there meanwhile.
    if (!(error instanceof Database.SqliteError)) throw error
  }
})
