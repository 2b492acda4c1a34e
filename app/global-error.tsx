"use client";

/** When even the frame of the page could not be drawn. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Nearer could not be loaded</title>
        <main id="main" className="lone">
          <h1>Nearer could not be loaded</h1>
          <p>What you saved before is still there. Try again in a moment.</p>
          <button type="button" className="btn filled" onClick={reset}>
            Try again
          </button>
          <form action="/api/leave" method="post">
            <button type="submit" className="btn">
              Leave quickly
            </button>
          </form>
        </main>
      </body>
    </html>
  );
}
