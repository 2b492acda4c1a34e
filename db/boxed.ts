import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** A pair of keys for one thing that is to come: whoever holds the first can put it in, and only the second opens it. */
export type BoxKeys = { publicKey: string; privateKey: string };

export async function makeBoxKeys(): Promise<BoxKeys> {
  const privateKey = await generateX25519Identity();
  return { publicKey: await identityToRecipient(privateKey), privateKey };
}

/** Closes `content` so that only the private key of the pair opens it: the worker has no seal keys, and makes files all the same. */
export async function box(content: Uint8Array, publicKey: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(publicKey);
  return Buffer.from(await encrypter.encrypt(content)).toString("base64url");
}

/** Opens what `box` closed. Rejects where it was changed, or closed for another pair. */
export async function unbox(boxed: string, privateKey: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(privateKey);
  return Buffer.from(await decrypter.decrypt(Buffer.from(boxed, "base64url"), "uint8array"));
}
