-- A small shop, in SQL that H2 and PostgreSQL both understand.

CREATE TABLE product (
  id             VARCHAR(40) PRIMARY KEY,
  place          INTEGER NOT NULL,
  on_sale        BOOLEAN NOT NULL,
  category       VARCHAR(20) NOT NULL,
  name_zh        VARCHAR(200) NOT NULL,
  name_en        VARCHAR(200) NOT NULL,
  blurb_zh       VARCHAR(400) NOT NULL,
  blurb_en       VARCHAR(400) NOT NULL,
  price          NUMERIC(12, 2) NOT NULL,
  currency       CHAR(3) NOT NULL
);

CREATE TABLE product_alias (
  product_id     VARCHAR(40) NOT NULL REFERENCES product,
  alias          VARCHAR(100) NOT NULL,
  PRIMARY KEY (product_id, alias)
);

CREATE TABLE specification (
  product_id     VARCHAR(40) NOT NULL REFERENCES product,
  place          INTEGER NOT NULL,
  spec_key       VARCHAR(40) NOT NULL,
  label_zh       VARCHAR(100) NOT NULL,
  label_en       VARCHAR(100) NOT NULL,
  value_zh       VARCHAR(400) NOT NULL,
  value_en       VARCHAR(400) NOT NULL,
  PRIMARY KEY (product_id, place)
);

CREATE TABLE unit (
  sku            VARCHAR(40) PRIMARY KEY,
  product_id     VARCHAR(40) NOT NULL REFERENCES product,
  place          INTEGER NOT NULL,
  colour_zh      VARCHAR(40) NOT NULL,
  colour_en      VARCHAR(40) NOT NULL,
  size_label     VARCHAR(20) NOT NULL
);
CREATE INDEX unit_of_product ON unit (product_id, place);

CREATE TABLE stock (
  sku            VARCHAR(40) PRIMARY KEY REFERENCES unit,
  available      INTEGER NOT NULL CHECK (available >= 0)
);

CREATE TABLE review (
  id             INTEGER PRIMARY KEY,
  product_id     VARCHAR(40) NOT NULL REFERENCES product,
  stars          INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  words          VARCHAR(1000) NOT NULL,
  topics         VARCHAR(200) NOT NULL, -- joined by commas
  written        DATE NOT NULL
);
CREATE INDEX review_of_product ON review (product_id, written);

CREATE TABLE promotion (
  id             INTEGER PRIMARY KEY,
  title_zh       VARCHAR(200) NOT NULL,
  title_en       VARCHAR(200) NOT NULL,
  threshold      NUMERIC(12, 2) NOT NULL,
  discount       NUMERIC(12, 2) NOT NULL,
  currency       CHAR(3) NOT NULL,
  starts         TIMESTAMP WITH TIME ZONE NOT NULL,
  ends           TIMESTAMP WITH TIME ZONE NOT NULL,
  terms_zh       VARCHAR(400) NOT NULL,
  terms_en       VARCHAR(400) NOT NULL
);

CREATE TABLE customer (
  id             VARCHAR(40) PRIMARY KEY,
  name           VARCHAR(100) NOT NULL,
  name_latin     VARCHAR(100) NOT NULL,
  phone          VARCHAR(20) NOT NULL
);

CREATE TABLE shop_order (
  number         VARCHAR(40) PRIMARY KEY,
  customer_id    VARCHAR(40) NOT NULL REFERENCES customer,
  phone          VARCHAR(20) NOT NULL,
  status         VARCHAR(20) NOT NULL,
  placed         TIMESTAMP WITH TIME ZONE NOT NULL,
  total          NUMERIC(12, 2) NOT NULL,
  currency       CHAR(3) NOT NULL
);
CREATE INDEX order_of_customer ON shop_order (customer_id, placed);

CREATE TABLE order_line (
  order_number   VARCHAR(40) NOT NULL REFERENCES shop_order,
  place          INTEGER NOT NULL,
  sku            VARCHAR(40) NOT NULL REFERENCES unit,
  quantity       INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_number, place)
);

CREATE TABLE shipment (
  tracking_number VARCHAR(40) PRIMARY KEY,
  order_number   VARCHAR(40) NOT NULL REFERENCES shop_order,
  carrier_zh     VARCHAR(100) NOT NULL,
  carrier_en     VARCHAR(100) NOT NULL,
  shipped        TIMESTAMP WITH TIME ZONE NOT NULL,
  place_zh       VARCHAR(200) NOT NULL,
  place_en       VARCHAR(200) NOT NULL,
  seen           TIMESTAMP WITH TIME ZONE NOT NULL,
  due            DATE
);
CREATE INDEX shipment_of_order ON shipment (order_number, shipped);

CREATE TABLE invoice (
  number         VARCHAR(40) PRIMARY KEY,
  order_number   VARCHAR(40) NOT NULL REFERENCES shop_order,
  issued         DATE NOT NULL,
  total          NUMERIC(12, 2) NOT NULL,
  currency       CHAR(3) NOT NULL
);
CREATE INDEX invoice_of_order ON invoice (order_number, issued);
