import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { NewPasskey, PasskeyEntry } from "@/lib/identity/passkey-form";

type Asked = { challenge: string; user?: { id: string } };
type Where = { id: string; origin: string };

/** How an answer may differ from an honest one. */
export type Bent = { origin?: string; rpId?: string; isVerified?: boolean; counter?: number; userHandle?: string };

const present = 0x01;
const verified = 0x04;
const withKey = 0x40;

/** CBOR, as far as WebAuthn needs it: small numbers, texts, bytes and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Buffer)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

/** A passkey as a phone keeps it: makes one for a question, and answers others with it. */
export function softAuthenticator(where: Where) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credential = randomBytes(24);
  const id = credential.toString("base64url");
  let counter = 0;
  let owner = "";

  const said = (type: string, { challenge }: Asked, bent: Bent) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: bent.origin ?? where.origin, crossOrigin: false }));
  const seen = (flags: number, bent: Bent) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(bent.counter ?? counter);
    const isSure = bent.isVerified === false ? 0 : verified;
    const hash = createHash("sha256")
      .update(bent.rpId ?? where.id)
      .digest();
    return Buffer.concat([hash, Buffer.from([present | isSure | flags]), count]);
  };
  const named = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };

  return {
    id,
    make(asked: string, bent: Bent = {}): NewPasskey {
      const question: Asked = JSON.parse(asked);
      owner = question.user?.id ?? "";
      const key = cbor(
        new Map<number, unknown>([
          ...([
            [1, 2],
            [3, -7],
            [-1, 1],
          ] as [number, unknown][]),
          ...([
            [-2, Buffer.from(x, "base64url")],
            [-3, Buffer.from(y, "base64url")],
          ] as [number, unknown][]),
        ]),
      );
      const size = Buffer.from([0, credential.length]);
      const authData = Buffer.concat([seen(withKey, bent), Buffer.alloc(16), size, credential, key]);
      const made = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return {
        ...named,
        response: {
          clientDataJSON: said("webauthn.create", question, bent).toString("base64url"),
          attestationObject: made.toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    answer(asked: string, bent: Bent = {}): PasskeyEntry {
      counter += 1;
      const authenticatorData = seen(0, bent);
      const client = said("webauthn.get", JSON.parse(asked), bent);
      const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
      return {
        ...named,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: authenticatorData.toString("base64url"),
          signature: createSign("SHA256").update(signed).sign(privateKey).toString("base64url"),
          userHandle: bent.userHandle ?? owner,
        },
      };
    },
  };
}
