"use client";

import { Button } from "@/components/ui/button";

/** A page that could not be loaded says so in words, and nothing of why: the log has that. The doors fail here too, so it has the way out. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="main" className="lone">
      <h1>This page could not be loaded</h1>
      <p className="sec">What you saved before is still there. Try again in a moment.</p>
      <Button look="filled" onClick={reset}>
        Try again
      </Button>
      <form action="/api/leave" method="post">
        <button type="submit" className="btn">
          Leave quickly
        </button>
      </form>
    </main>
  );
}
