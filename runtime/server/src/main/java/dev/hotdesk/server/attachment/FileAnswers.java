package dev.hotdesk.server.attachment;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.server.frame.AttachmentJson;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files over HTTP, whoever asks. What is handed out is never shown by a browser as a page of ours:
 * it is to be saved, is what it is said to be, and may run nothing.
 */
final class FileAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(FileAnswers.class);

  private FileAnswers() {}

  /** Something that may go wrong in the ways of files. */
  interface Asking<T> {
    T ask() throws IOException;
  }

  static Response taken(Asking<Attachment> taking) {
    return answered(
        () -> {
          var attachment = taking.ask();
          return Response.status(Response.Status.CREATED)
              .type(MediaType.APPLICATION_JSON)
              .entity(Json.write(json -> AttachmentJson.write(attachment, json)))
              .build();
        });
  }

  static Response content(Asking<Attachments.Content> opening) {
    return answered(
        () -> {
          var content = opening.ask();
          StreamingOutput bytes =
              out -> {
                try (var in = content.bytes()) {
                  in.transferTo(out);
                }
              };
          return Response.ok(bytes, content.type())
              .header("Content-Disposition", disposition(content.name()))
              .header("X-Content-Type-Options", "nosniff")
              .header("Content-Security-Policy", "default-src 'none'; sandbox")
              .header("Cache-Control", "private, no-store")
              .build();
        });
  }

  private static Response answered(Asking<Response> asking) {
    try {
      return asking.ask();
    } catch (RefusedFileException e) {
      return refused(e.status(), e.code(), String.valueOf(e.getMessage()));
    } catch (IOException | JournalUnavailableException e) {
      LOG.warn("A file could not be taken or handed out: {}", e.toString());
      return refused(503, "busy", "Files cannot be kept or read at the moment; try again later.");
    }
  }

  private static Response refused(int status, String code, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Frames.error(code, message, ""))
        .build();
  }

  private static String disposition(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
