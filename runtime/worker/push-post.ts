import { lookup } from "node:dns";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import webPush from "web-push";
import { isPushAddress } from "@/lib/messages/push-address";
import { pushWord } from "@/lib/messages/push-word";
import type { PushPost, PushResult } from "./send-push";

/** The two halves of the key with which we say who we are to a browser's service (RFC 8292). */
export type PushKeys = { publicKey: string; privateKey: string };

type Settings = {
  keys: PushKeys;
  /** Whom a service may write to about us. */
  contact: string;
  /** An origin of this machine that a test allows. */
  testOrigin?: string | undefined;
  complain: (error: unknown) => void;
};

const seconds = 10;
/** A service keeps a note for a device that is away this long. */
const keptSeconds = 4 * 3600;

/** Whether an address is one of the open internet, and not of our own network or machine. */
export const isOpenInternet = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";

/** Looked at when the call is made: a name may mean another machine by then than when it was written down. */
const lookupOutside: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [], 0);
    const outside = found.filter(({ address }) => isOpenInternet(address));
    const [first] = outside;
    if (!first) return done(new Error("The address is not one of the open internet."), [], 0);
    return options.all ? done(null, outside) : done(null, first.address, first.family);
  });

/** Sends one note: encrypted for the browser alone (RFC 8291), with one word that is the same for everything that waits. */
export function openPushPost({ keys, contact, testOrigin, complain }: Settings): PushPost {
  return async ({ address, publicKey, secret }) => {
    try {
      if (!isPushAddress(address, testOrigin)) return "gone";
      const { endpoint, headers, body } = webPush.generateRequestDetails(
        { endpoint: address, keys: { p256dh: publicKey, auth: secret } },
        pushWord,
        {
          vapidDetails: { subject: contact, ...keys },
          ...{ TTL: keptSeconds, topic: "nearer", urgency: "normal", contentEncoding: "aes128gcm" },
        },
      );
      return resultOf(await call(endpoint, { headers, body, isTest: new URL(endpoint).origin === testOrigin }));
    } catch (error) {
      complain(error);
      return "refused";
    }
  };
}

const resultOf = (status: number): PushResult => {
  if (status >= 200 && status < 300) return "taken";
  return status === 404 || status === 410 ? "gone" : "refused";
};

type Call = { headers: Record<string, unknown>; body: Buffer | null; isTest: boolean };

/** Never follows a redirect: where it leads nobody has looked at. */
function call(endpoint: string, { headers, body, isTest }: Call): Promise<number> {
  const send = isTest && endpoint.startsWith("http:") ? plainRequest : request;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      endpoint,
      {
        method: "POST",
        headers: headers as Record<string, string>,
        timeout: seconds * 1000,
        ...(isTest ? {} : { lookup: lookupOutside }),
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("The service did not answer in time.")));
    outgoing.on("error", reject);
    outgoing.end(body ?? undefined);
  });
}
