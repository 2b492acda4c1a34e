import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
// The way out and its frame stand in a page, in its error and where nothing is: from here their script is sent once for all.
import "@/components/portal/leave-first";
import "@/components/portal/leave-quickly";
import "@/components/shell/portal-shell";
import { FirstStyles } from "./_shell/first-styles";
import { Typefaces } from "./_shell/typefaces";

export const metadata: Metadata = {
  title: { default: "Nearer", template: "%s" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

/** The colours are those of the paper in app/styles/theme.css; a phone paints its own bars with them. */
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f3eb" },
    { media: "(prefers-color-scheme: dark)", color: "#101715" },
  ],
};

/** Every page is personal or leads to one: nothing is rendered ahead of a request. */
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>
        <FirstStyles nonce={(await headers()).get("x-nonce") ?? ""} />
        {children}
        <Typefaces />
      </body>
    </html>
  );
}
