import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { reasonTable } from "./reason-table.ts";
import { routeTable } from "./route-table.ts";

/** `npm run web` serves the sources and hands what is not of the web app to the machine that `npm start` runs. */
export default defineConfig({
  plugins: [react(), routeTable(), reasonTable()],
  build: {
    // No data: URLs, so that every file is cached under its own hash and the CSP needs no exception for them.
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    // Else a busy machine gets a page of advice on the plugins' speed.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Else what two pages share is a file of its own, some of under 100 bytes, and each is one more request.
      output: { codeSplitting: { groups: [{ name: "shared", minShareCount: 11 }] } },
    },
    target: "es2024",
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": "http://127.0.0.1:3000", "/_local": "http://127.0.0.1:3000" },
  },
});
