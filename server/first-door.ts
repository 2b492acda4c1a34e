import "server-only";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import path from "node:path";
import { tooMuchWords } from "@/lib/typed-form";
import { answerIn } from "./answering";
import { barePage, barePageHeaders } from "./bare-page";
import { announcesTooMuch } from "./form-size";
import { packedIn, sendPacked } from "./packed-static";
import { whatIsWrong } from "./request-line";

/** What goes on arriving of a form that was refused is thrown away so that its sender hears the answer; no more than this. */
const heardOut = 4 * 1024 * 1024;

/** Refuses by its first line and its headers what is malformed or too large, and says so. True where it did. */
export function refusesAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers } = request;
  const wrong = whatIsWrong(request);
  if (wrong) {
    const { status, words, allow } = wrong;
    response.writeHead(status, { ...barePageHeaders, ...(allow && { allow }) }).end(barePage({ words, to: "/" }));
    return true;
  }
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
    if (isEnding) endsWith(response);
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (refusesAtOnce(request, response)) return true;
    // A look at the headers of a page is nobody's activity, as a page fetched ahead is not.
    if (request.method === "HEAD") request.headers.purpose = "prefetch";
    sendPacked(packed, request, response);
    return answerIn(request, response, () => tell.call(this, event, ...given));
  };
  Server.prototype.emit = taken as Server["emit"];
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, lastAnswers);
}

const underWay = new Set<ServerResponse>();
let isEnding = false;

/**
 * Once the end is asked for, each answer is the last of its connection. Left open, a busy browser would go on asking on it
 * until the process is ended in the middle of an answer.
 */
export function lastAnswers(): void {
  isEnding = true;
  for (const response of underWay) endsWith(response);
}

function endsWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
