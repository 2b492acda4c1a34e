"use client";

import { plainButton } from "@/components/ui/plain-button";

/** A page that could not be loaded says so in words, and nothing of why: the log has that. The doors fail here too, so it has the way out. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="main" className="grid gap-4 mx-auto py-10 px-5 content-center justify-items-start max-w-130 min-h-dvh">
      <h1>This page could not be loaded</h1>
      <p className="text-ink-2">What you saved before is still there. Try again in a moment.</p>
      <button type="button" className={plainButton.filled} onClick={reset}>
        Try again
      </button>
      <form action="/api/leave" method="post">
        <button type="submit" className={plainButton.outline}>
          Leave quickly
        </button>
      </form>
    </main>
  );
}
