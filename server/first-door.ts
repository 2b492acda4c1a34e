import "server-only";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import path from "node:path";
import { tooMuchWords } from "@/lib/typed-form";
import { barePage, barePageHeaders } from "./bare-page";
import { announcesTooMuch } from "./form-size";
import { packedIn, sendPacked } from "./packed-static";

/** What goes on arriving of a form that was refused is thrown away so that its sender hears the answer; no more than this. */
const heardOut = 4 * 1024 * 1024;

/** Refuses by its headers what is too large, and says so. True where it did. */
export function refusesAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers } = request;
  const isInPieces = headers["transfer-encoding"] !== undefined;
  if (!announcesTooMuch({ method, length: headers["content-length"], isInPieces, cookies: headers.cookie }))
    return false;
  if (headers["next-action"])
    response.writeHead(413, { "content-type": "text/plain", "cache-control": "no-store" }).end(tooMuchWords);
  else response.writeHead(413, barePageHeaders).end(barePage({ words: tooMuchWords, to: "/" }));
  let bytes = 0;
  request.on("error", () => undefined);
  request.on("data", (piece: Buffer) => {
    bytes += piece.byteLength;
    if (bytes > heardOut) request.destroy();
  });
  return true;
}

type Emit = (event: string | symbol, ...given: unknown[]) => boolean;

/**
 * Stands before Next, which copies every body whole before it asks the proxy: there a refusal took as long as the reading.
 * Next has no place so early, so the server’s own event is taken before it is told to anybody.
 */
export function standAtTheDoor(): void {
  const tell = Server.prototype.emit as Emit;
  const packed = packedIn(path.join(process.cwd(), ".next", "static"));
  const taken: Emit = function (this: Server, event, ...given) {
    const [request, response] = given as [IncomingMessage, ServerResponse];
    if (event !== "request") return tell.call(this, event, ...given);
    if (refusesAtOnce(request, response)) return true;
    sendPacked(packed, request, response);
    return tell.call(this, event, ...given);
  };
  Server.prototype.emit = taken as Server["emit"];
}
