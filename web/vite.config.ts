import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // A small file inlined as data: would need a wider content security policy.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
  // The server refuses a foreign origin, so the host the browser named must reach it unchanged.
  server: {
    proxy: {
      '/api': { target: process.env.SUPERBILL_SERVER ?? 'http://127.0.0.1:3000', changeOrigin: false },
    },
  },
});
