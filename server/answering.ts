import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Unavailable } from "@/lib/errors";
import { AGAIN_SECONDS, unavailableWords } from "@/lib/identity/unavailable-words";
import { barePage, barePageHeaders } from "./bare-page";

/** What is known of one answer before it leaves. `isTold`: the page itself says that nothing could be saved. */
type Answering = { why?: Unavailable["why"]; isTold?: boolean };

const key = Symbol.for("nearer.answering");
const shared = globalThis as unknown as { [key]?: AsyncLocalStorage<Answering> };
/** One per process, not per bundle: Next may load this file more than once. */
shared[key] ??= new AsyncLocalStorage<Answering>();
const current = shared[key];

/** Called where the database could not be had. Whoever goes on without it is answered as ever. */
export function couldNot({ why }: Unavailable): void {
  const answering = current.getStore();
  if (answering) answering.why ??= why;
}

/** An action that says so in its form: the answer stays, and its status says the same. */
export function toldThatItCouldNot(fault: Unavailable): void {
  couldNot(fault);
  const answering = current.getStore();
  if (answering) answering.isTold = true;
}

/**
 * Next knows two ends of a page, drawn and failed, and no page that comes in a moment. So what failed because the database gave
 * no answer leaves as 503 with the time to wait; a document, which would need scripts to say anything, as a page of its own.
 */
export function answerIn<T>(request: IncomingMessage, response: ServerResponse, run: () => T): T {
  const answering: Answering = {};
  const { accept = "", rsc } = request.headers;
  const isPage = !request.url?.startsWith("/api/") && rsc === undefined;
  const isDocument = request.method === "GET" && accept.includes("text/html") && isPage;
  const { writeHead, write, end, flushHeaders } = response;
  let isReplaced = false;

  const isUnavailable = (status: number) =>
    answering.why !== undefined && !response.headersSent && (status >= 500 || answering.isTold === true);
  const replaces = (status: number) => {
    isReplaced ||= isDocument && !answering.isTold && isUnavailable(status);
    return isReplaced;
  };
  const sendPage = () => {
    if (response.headersSent || response.writableEnded) return;
    for (const name of response.getHeaderNames()) if (name !== "connection") response.removeHeader(name);
    writeHead.call(response, 503, { ...barePageHeaders, "retry-after": String(AGAIN_SECONDS) });
    const words = unavailableWords[answering.why ?? "away"];
    end.call(response, barePage({ words, to: request.url ?? "/", again: AGAIN_SECONDS }), "utf8");
  };

  response.writeHead = ((status: number, ...given: unknown[]) => {
    if (replaces(status)) return response;
    if (!isUnavailable(status)) return Reflect.apply(writeHead, response, [status, ...given]);
    response.setHeader("retry-after", String(AGAIN_SECONDS));
    return Reflect.apply(writeHead, response, [503, ...given]);
  }) as ServerResponse["writeHead"];
  response.write = ((...given: unknown[]) =>
    replaces(response.statusCode) || Reflect.apply(write, response, given)) as ServerResponse["write"];
  response.end = ((...given: unknown[]) => {
    if (!replaces(response.statusCode)) return Reflect.apply(end, response, given);
    sendPage();
    return response;
  }) as ServerResponse["end"];
  response.flushHeaders = () => {
    if (!replaces(response.statusCode)) flushHeaders.call(response);
  };
  return current.run(answering, run);
}
