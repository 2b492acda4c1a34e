import { Agent, type IncomingHttpHeaders, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 6 });

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request on a connection that is kept, with every header as it came. With a body it is a form that is sent. */
export function ask(url: string, headers: Record<string, string>, form?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: form ? "POST" : "GET", headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
      response.on("error", reject);
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // A connection that the server closed while it stood idle is opened anew: nothing of this was read there.
      if (asked.reusedSocket && error.code === "ECONNRESET") ask(url, headers, form).then(resolve, reject);
      else reject(error);
    });
    asked.end(form);
  });
}

/** An answer as text in which two people who may learn the same read the same: status, headers, body. */
export function comparable({ status, headers, body }: Answer, names: ReadonlyMap<string, string>): string {
  const policy = String(headers["content-security-policy"] ?? "");
  return named(`${status}\n${headersOf(headers, policy)}\n${withoutChance(body, policy)}`, names);
}

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "no nonce";

/** Every header but those about one connection and one moment. */
function headersOf(headers: IncomingHttpHeaders, policy: string): string {
  const left = ["date", "connection", "keep-alive", "transfer-encoding", "content-length", "etag"];
  return (
    Object.entries(headers)
      .filter(([name]) => !left.includes(name))
      .map(([name, value]) => `${name}: ${value}`)
      .sort()
      .join("\n")
      .replaceAll(nonceOf(policy), "nonce")
      // The mark of a device is drawn anew wherever one is given, and lasts from that second on.
      .replaceAll(/(nearer-device=)[\w-]{43}\.[\w-]{22}/g, "$1mark")
      .replaceAll(/Expires=\w{3}, [^;]+ GMT/g, "Expires=then")
  );
}

const ANY_ID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Ids of the two practices by what they are of; any other was made for this one answer, so that sending twice counts once. */
function named(text: string, names: ReadonlyMap<string, string>): string {
  const byId = text.replaceAll(ANY_ID, (id) => names.get(id) ?? "id");
  const marks = [...names].filter(([word]) => word.length < 36);
  return marks.reduce((kept, [mark, name]) => kept.replaceAll(mark, name), byId);
}

/** Takes out what is drawn anew for each request, whoever asks, and nothing else. */
function withoutChance(body: string, policy: string): string {
  return (
    body
      .replaceAll(nonceOf(policy), "nonce")
      // Where the stream was cut into scripts.
      .replaceAll('"])</script><script nonce="nonce">self.__next_f.push([1,"', "")
      // A hash over the place of a form, in which its own id is a part.
      .replaceAll(/(name="\$ACTION_KEY" value=")k[0-9a-f]{32}/g, "$1key")
      // Next's own name for one request, in the payload of an address that is no page.
      .replaceAll(/(\["\$","\$L[0-9a-f]+",")[\w-]{21}([vm]",)/g, "$1request$2")
      // The instant at which a page was drawn, by the minute: the clocks of two visits are a moment apart.
      .replaceAll(/(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z/g, "$1Z")
      .replaceAll(/"(secondsLeft|secondsInAll)":\d+/g, '"$1":0')
      .replaceAll(/\b1\d{12}\b/g, (ms) => String(Math.floor(Number(ms) / 60_000)))
      // Whether the mail server has taken a letter of this moment yet is the machine's to say.
      .replaceAll("An e-mail was handed over.", "An e-mail is on its way.")
      .replaceAll(/not reminded yet|reminded (?:once|twice|\d+ times)/g, "reminded so often")
  );
}
