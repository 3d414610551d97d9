import type { Page } from '@playwright/test';

/** Opens a page with a muted player that has these attributes and children; returns the URLs of its requests. */
export async function openPage(page: Page, demo: string, attributes: Readonly<Record<string, string>>, children = ''): Promise<string[]> {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  const markup = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  await page.route('**/withdrawn.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><script type="module" src="/dist/jet-player.js"></script>
        <style>jet-player { width: 640px }</style>
        <jet-player ${markup.join(' ')} thumbnails="/media/thumbnails.vtt" chapters="/media/chapters.vtt"
          download="/media/film.mp4" muted autoplay>${children}</jet-player></html>`
    })
  );
  await page.goto(`${demo}/withdrawn.html`);
  return urls;
}
