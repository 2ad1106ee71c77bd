package dev.hotdesk.verify;

/**
 * Who signed a plugin.
 *
 * @param name as their certificate has it
 * @param fingerprint the SHA-256 of their certificate, in lower-case hex
 */
public record Signer(String name, String fingerprint) {}
