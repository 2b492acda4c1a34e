import type { Waiting } from "@/components/drafts/around-writer";

/** Where words wait until they have arrived: sealed by a key that no script can read, each person's apart. */
const database = "nearer-words";
/** Words that nobody came back to are forgotten, in milliseconds. */
const keptFor = 7 * 86_400_000;

type Row = { name: string; at: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opening: Promise<IDBDatabase> | undefined;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1);
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

const bytes = (text: string) => new TextEncoder().encode(text);

/** The words that wait at one place, for the person of this page. What a browser has switched off keeps nothing. */
export function deviceAt(mark: string, place: string) {
  const prefix = `${mark} ${place} `;
  const seal = (iv: Uint8Array<ArrayBuffer>, name: string) => ({ name: "AES-GCM", iv, additionalData: bytes(name) });

  async function openRow({ name, iv, sealed }: Row): Promise<Waiting | null> {
    try {
      const plain = await crypto.subtle.decrypt(seal(iv, name), await keyOf(mark), sealed);
      return JSON.parse(new TextDecoder().decode(plain)) as Waiting;
    } catch {
      return null;
    }
  }

  const drop = async (hand: string) => {
    try {
      await asked((await store("words", "readwrite")).delete(prefix + hand));
    } catch {
      // Nothing was kept there.
    }
  };
  return {
    drop,
    async all(): Promise<readonly Waiting[]> {
      try {
        const range = IDBKeyRange.bound(prefix, `${prefix}~`);
        const rows = await asked<Row[]>((await store("words", "readonly")).getAll(range));
        const fresh = rows.filter(({ at }) => Date.now() - at < keptFor).sort((a, b) => a.at - b.at);
        const words = await Promise.all(fresh.map(openRow));
        return words.filter((one) => one !== null);
      } catch {
        return [];
      }
    },
    async put(words: Waiting): Promise<boolean> {
      try {
        const name = prefix + words.hand;
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const sealed = await crypto.subtle.encrypt(seal(iv, name), await keyOf(mark), bytes(JSON.stringify(words)));
        const kept = await store("words", "readwrite");
        await asked(kept.put({ name, at: Date.now(), iv, sealed } satisfies Row));
        return true;
      } catch {
        return false;
      }
    },
  };
}
