import 'server-only'

type Waiting<T, R> = { item: T; resolve: (result: R) => void; reject: (reason: unknown) => void }

/** The largest number of items in one commit. A commit of many costs as much as a commit of one. */
const maxBatch = 200

/**
 * Commits items in the order in which they come. What arrives during a commit is committed together by the next one, so that
 * a flush of the disk is shared.
 */
export class GroupCommit<T, R> {
  readonly #commit: (items: T[]) => Promise<R[]>
  #waiting: Waiting<T, R>[] = []
  #isCommitting = false

  /** `commit` commits all items in one transaction and returns the result of each, or rejects. */
  constructor(commit: (items: T[]) => Promise<R[]>) {
    this.#commit = commit
  }

  /** Resolves once the item is committed, and rejects when it may not be. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isCommitting) void this.#commitAll()
    })
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, maxBatch)
      try {
        const results = await this.#commit(batch.map(({ item }) => item))
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R)
      } catch (error) {
        // What is behind it would wait as long again, and most likely fail as well.
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(error)
      }
    }
    this.#isCommitting = false
  }
}
