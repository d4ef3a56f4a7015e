create database wallet;
create database reporting;
create database registry;
