"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Answer } from "@/components/drafts/around-writer";
import { deviceAt } from "@/components/drafts/device";
import { makeWriter, type Writer } from "@/components/drafts/writer";
import { usePageOwner } from "@/components/forms/page-owner";
import { lookAgain } from "@/components/forms/session-news";
import { markedFields } from "@/components/forms/use-marked";
import type { Given } from "@/lib/drafts/draft";
import type { FormState } from "@/lib/form-state";

/** What is written in this tab, by person and place. It outlives the pages, so that Back finds the newest words. */
const writers = new Map<string, Writer>();

const leaveAll = () => {
  if (document.visibilityState === "hidden") for (const one of writers.values()) one.leave();
};
const flushAll = () => {
  for (const one of writers.values()) void one.flush();
};
const forgetAll = () => writers.clear();

if (typeof window !== "undefined") {
  document.addEventListener("visibilitychange", leaveAll);
  addEventListener("pagehide", () => {
    for (const one of writers.values()) one.leave();
  });
  addEventListener("online", flushAll);
  addEventListener("nearer-cleared", forgetAll);
}

const postTo =
  (mark: string, place: string) => async (fields: Readonly<Record<string, string>>, keepalive: boolean) => {
    const body = markedFields({ ...fields, place }, mark);
    const response = await fetch("/api/drafts", { method: "POST", body, keepalive });
    const answer = (await response.json()) as FormState;
    lookAgain(answer);
    return answerOf(answer);
  };

function answerOf({ status, message = "Not saved yet.", session, shown }: FormState): Answer {
  if (status === "done" && typeof shown?.kept === "string") return { status, ...JSON.parse(shown.kept) };
  return { status: "refused", message, ...(session && { session }) };
}

type Ways = {
  /** What was begun before is offered and not shown, for pages that anybody may look at in passing. */
  folds?: boolean;
  /** Who comes back finds what stands there now, and what they wrote beside it. */
  isFresh?: boolean;
};

function writerAt(mark: string, place: string, given: Given, { folds = false, isFresh = false }: Ways): Writer {
  const name = `${mark} ${place}`;
  const known = writers.get(name);
  if (known && !isFresh) {
    known.reopen(given);
    return known;
  }
  const made = makeWriter(given, folds, {
    post: postTo(mark, place),
    device: deviceAt(mark, place),
    newHand: () => crypto.randomUUID(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  // On the server every page is another person's.
  if (typeof window !== "undefined") writers.set(name, made);
  return made;
}

/** What somebody writes at one place, kept while they write. */
export function useWords(place: string, given: Given, ways: Ways = {}) {
  const { mark } = usePageOwner();
  const [writer] = useState(() => writerAt(mark, place, given, ways));
  const view = useSyncExternalStore(writer.subscribe, writer.view, writer.view);
  useEffect(() => {
    void writer.enter();
    return () => void writer.flush();
  }, [writer]);
  return { ...view, writer };
}
