/* global ServiceWorkerContainer, ServiceWorkerRegistration, URL, document */
// Runs in each page and webview of the tests' browser. Before VS Code shows a webview it registers its service worker
// once more and asks whether it has changed. Headless Chromium queues that behind a look of its own for changes, which
// takes seconds and at times never ends: the webview stays blank. One window has one VS Code, so the service worker that
// controls a page is the right one.

// Pages without a secure address have no service workers.
if ('ServiceWorkerContainer' in globalThis) {
  /** @type {(this: ServiceWorkerContainer, url: string | URL, options?: RegistrationOptions) => Promise<ServiceWorkerRegistration>} */
  const register = Reflect.get(ServiceWorkerContainer.prototype, 'register');

  /** @type {typeof register} */
  ServiceWorkerContainer.prototype.register = async function (url, options) {
    const present = this.controller === null ? undefined : await this.getRegistration();
    return present?.active?.scriptURL === new URL(url, document.baseURI).href ? present : register.call(this, url, options);
  };

  ServiceWorkerRegistration.prototype.update = function () {
    return Promise.resolve(this);
  };
}
