import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

/** What arrived: what the note says once the browser opened it, and who vouched for it. */
export type ArrivedNote = {
  path: string;
  text: string;
  audience: string;
  contact: string;
  headers: IncomingMessage["headers"];
};

/** A browser's own half: the keys with which it opens what was sent to it. */
export function browserKeys() {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys();
  const secret = randomBytes(16);
  const shared = { publicKey: publicKey.toString("base64url"), secret: secret.toString("base64url") };
  return { ...shared, open: (body: Buffer) => opened(body, { pair, publicKey, secret }) };
}

const hmac = (key: Buffer, ...parts: (Buffer | string)[]): Buffer => {
  const one = createHmac("sha256", key);
  for (const part of parts) one.update(part);
  return one.digest();
};

type Own = { pair: ReturnType<typeof createECDH>; publicKey: Buffer; secret: Buffer };

/** RFC 8291 and 8188, written anew from their text: nothing here comes from the library that encrypts. */
function opened(body: Buffer, { pair, publicKey, secret }: Own): string {
  const salt = body.subarray(0, 16);
  const keyEnds = 21 + (body[20] ?? 0);
  const senderKey = body.subarray(21, keyEnds);
  const first = hmac(secret, pair.computeSecret(senderKey));
  const input = hmac(first, "WebPush: info\0", publicKey, senderKey, Buffer.from([1]));
  const second = hmac(salt, input);
  const key = hmac(second, "Content-Encoding: aes128gcm\0", Buffer.from([1])).subarray(0, 16);
  const nonce = hmac(second, "Content-Encoding: nonce\0", Buffer.from([1])).subarray(0, 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([cipher.update(body.subarray(keyEnds, -16)), cipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}

/** RFC 8292: the sender signed this origin's name with the key that it gave the browser, for a day at most. */
function vouched(header: string, serverKey: string): { audience: string; contact: string } {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    ...{ kty: "EC", crv: "P-256" },
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  const { aud, sub, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
  if (key !== serverKey || !isSigned) throw new Error("This was not signed by whom the browser trusts.");
  if (exp * 1000 > Date.now() + 86_400_000) throw new Error("This is signed for more than a day.");
  return { audience: aud, contact: sub };
}

/** A browser's service on this machine, which keeps what it is sent and answers as it is told to. */
export async function pushService(serverKey: () => string) {
  const arrived: ArrivedNote[] = [];
  const browsers = new Map<string, (body: Buffer) => string>();
  const faults: unknown[] = [];
  let status = 201;
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on("data", (part: Buffer) => parts.push(part));
    asked.on("end", () => {
      try {
        const path = asked.url ?? "";
        const open = browsers.get(path);
        if (!open) throw new Error(`Nobody is at ${path}.`);
        const by = vouched(asked.headers.authorization ?? "", serverKey());
        arrived.push({ path, text: open(Buffer.concat(parts)), ...by, headers: asked.headers });
      } catch (error) {
        faults.push(error);
      }
      answer.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (typeof at !== "object" || !at) throw new Error("No port.");
  const origin = `http://127.0.0.1:${at.port}`;
  return {
    origin,
    arrived,
    faults,
    answerWith: (next: number) => {
      status = next;
    },
    /** A browser that registers here: the address and the keys that it hands out. */
    browser: () => {
      const { open, ...keys } = browserKeys();
      const path = `/${randomBytes(9).toString("base64url")}`;
      browsers.set(path, open);
      return { address: `${origin}${path}`, ...keys };
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
