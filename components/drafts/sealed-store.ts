import { wordsDatabase } from "@/components/drafts/words-database";

/** What nobody came back to is forgotten, in milliseconds. */
const keptFor = 7 * 86_400_000;

type Row = { name: string; at: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
export type Sealed<T> = { readonly name: string; readonly value: T };

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opening: Promise<IDBDatabase> | undefined;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(wordsDatabase, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("key");
      request.result.createObjectStore("words", { keyPath: "name" });
    };
    request.onsuccess = () => {
      // Signing out and leaving delete it; whoever holds it open would keep it.
      const close = () => {
        request.result.close();
        opening = undefined;
      };
      request.result.onversionchange = close;
      request.result.onclose = close;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function store(name: "key" | "words", mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await opened()).transaction(name, mode).objectStore(name);
}

/** One key for each person, made here and never shown: two tabs that make one at once keep the same. */
async function keyOf(mark: string): Promise<CryptoKey> {
  const known = await asked<CryptoKey | undefined>((await store("key", "readonly")).get(mark));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const keys = await store("key", "readwrite");
  const meanwhile = await asked<CryptoKey | undefined>(keys.get(mark));
  if (meanwhile) return meanwhile;
  await asked(keys.put(made, mark));
  return made;
}

const isThere = async (): Promise<boolean> => (await indexedDB.databases()).some(({ name }) => name === wordsDatabase);

const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * What waits at one place until it has arrived, for the person of this page: sealed by a key that no script can read. What a
 * browser has switched off keeps nothing.
 */
export function sealedAt<T>(mark: string, place: string) {
  const prefix = `${mark} ${place} `;
  const seal = (iv: Uint8Array<ArrayBuffer>, name: string) => ({ name: "AES-GCM", iv, additionalData: bytes(name) });

  async function openRow({ name, iv, sealed }: Row): Promise<Sealed<T> | null> {
    try {
      const plain = await crypto.subtle.decrypt(seal(iv, name), await keyOf(mark), sealed);
      return { name: name.slice(prefix.length), value: JSON.parse(new TextDecoder().decode(plain)) as T };
    } catch {
      return null;
    }
  }

  return {
    async drop(name: string): Promise<void> {
      try {
        await asked((await store("words", "readwrite")).delete(prefix + name));
      } catch {
        // Nothing was kept there.
      }
    },
    /** The oldest first. */
    async all(): Promise<readonly Sealed<T>[]> {
      try {
        // Looking makes nothing where nothing was ever kept.
        if (!(await isThere())) return [];
        const range = IDBKeyRange.bound(prefix, `${prefix}~`);
        const rows = await asked<Row[]>((await store("words", "readonly")).getAll(range));
        const fresh = rows.filter(({ at }) => Date.now() - at < keptFor).sort((a, b) => a.at - b.at);
        const found = await Promise.all(fresh.map(openRow));
        return found.filter((one) => one !== null);
      } catch {
        return [];
      }
    },
    /** Answers whether it could. */
    async put(name: string, value: T): Promise<boolean> {
      try {
        const row = prefix + name;
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const sealed = await crypto.subtle.encrypt(seal(iv, row), await keyOf(mark), bytes(JSON.stringify(value)));
        const kept = await store("words", "readwrite");
        await asked(kept.put({ name: row, at: Date.now(), iv, sealed } satisfies Row));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Takes away what waits at the places that are meant. Where nothing was ever kept, nothing is made. */
export async function forgetSealed(isMeant: (at: { mark: string; place: string }) => boolean): Promise<void> {
  try {
    if (!(await isThere())) return;
    const words = await store("words", "readwrite");
    for (const name of await asked(words.getAllKeys())) {
      const [mark = "", place = ""] = String(name).split(" ");
      if (isMeant({ mark, place })) words.delete(name);
    }
  } catch {
    // It is switched off here, so nothing was kept.
  }
}

/** Another person's device keeps nothing of whoever had it before, and no key of theirs. */
export async function forgetOthers(own: string): Promise<void> {
  await forgetSealed(({ mark }) => mark !== own);
  try {
    if (!(await isThere())) return;
    const keys = await store("key", "readwrite");
    for (const mark of await asked(keys.getAllKeys())) if (mark !== own) keys.delete(mark);
  } catch {
    // As above.
  }
}
