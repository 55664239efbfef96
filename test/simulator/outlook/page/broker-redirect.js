// Hands what Microsoft's redirect brought to the Outlook page that opened this window, and to nobody else. SIMULATED
if (window.opener) {
  window.opener.postMessage({ brokerReturn: location.hash.slice(1) }, location.origin);
}
