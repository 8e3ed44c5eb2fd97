import { open } from 'node:fs/promises'

const chunkBytes = 262_144

/**
 * Reads a file once in the background, so that the system caches it in memory. The rows of a page of changes are spread
 * over the whole file and would otherwise need a hundred reads from the disk. Returns a function that stops it.
 */
export function preloadFile(path: string): () => void {
  let isStopped = false
  const read = async () => {
    const file = await open(path)
    const chunk = Buffer.alloc(chunkBytes)
    try {
      while (!isStopped && (await file.read(chunk, 0, chunkBytes)).bytesRead > 0);
    } finally {
      await file.close()
    }
  }
  // A read error is ignored here; the query that needs the data reports it.
  void read().catch(() => undefined)
  return () => {
    isStopped = true
  }
}
