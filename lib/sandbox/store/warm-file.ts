import { open } from 'node:fs/promises'

const pieceBytes = 262_144

/**
 * Reads a file through once, beside other work, so that the system has it in memory: a page of what changed lies all
 * over the file, and a disk would be asked a hundred times for it. Gives what ends it early.
 */
export function warmFile(path: string): () => void {
  let isEnded = false
  const read = async () => {
    const file = await open(path)
    const piece = Buffer.alloc(pieceBytes)
    try {
      while (!isEnded && (await file.read(piece, 0, pieceBytes)).bytesRead > 0);
    } finally {
      await file.close()
    }
  }
  // What cannot be read here is told by the query that needs it.
  void read().catch(() => undefined)
  return () => {
    isEnded = true
  }
}
