import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Typefaces } from "@/components/shell/typefaces";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Nearer", template: "%s" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Every page is personal or leads to one: nothing is rendered ahead of a request. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>
        {children}
        <Typefaces />
      </body>
    </html>
  );
}
