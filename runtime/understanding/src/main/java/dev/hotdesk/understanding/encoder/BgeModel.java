package dev.hotdesk.understanding.encoder;

/** The two models that the shop's sentences are read with, pinned by content. */
enum BgeModel {
  ZH(
      512,
      new PinnedFile(
          "bge-small-zh-v1.5-q.onnx",
          24_010_842,
          "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc"),
      new PinnedFile(
          "bge-small-zh-v1.5-q-tokenizer.json",
          439_125,
          "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26")),
  EN(
      384,
      new PinnedFile(
          "bge-small-en-v1.5-q.onnx",
          34_014_426,
          "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4"),
      new PinnedFile(
          "bge-small-en-v1.5-q-tokenizer.json",
          711_396,
          "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"));

  private final int dimension;
  private final PinnedFile network;
  private final PinnedFile tokenizer;

  BgeModel(int dimension, PinnedFile network, PinnedFile tokenizer) {
    this.dimension = dimension;
    this.network = network;
    this.tokenizer = tokenizer;
  }

  int dimension() {
    return dimension;
  }

  PinnedFile network() {
    return network;
  }

  PinnedFile tokenizer() {
    return tokenizer;
  }

  String id() {
    return network.name() + "@" + network.sha256().substring(0, 16) + "/1";
  }
}
