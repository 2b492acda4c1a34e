"use client";

import { plainButton } from "@/components/ui/plain-button";

/** When even the frame of the page could not be drawn. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Nearer could not be loaded</title>
        <main
          id="main"
          className="grid gap-4 mx-auto py-10 px-5 content-center justify-items-start max-w-130 min-h-dvh"
        >
          <h1>Nearer could not be loaded</h1>
          <p>What you saved before is still there. Try again in a moment.</p>
          <button type="button" className={plainButton.filled} onClick={reset}>
            Try again
          </button>
          <form action="/api/leave" method="post">
            <button type="submit" className={plainButton.outline}>
              Leave quickly
            </button>
          </form>
        </main>
      </body>
    </html>
  );
}
