SET temp_directory = '{folder}';
SET memory_limit = '512MB';
SET preserve_insertion_order = true;
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET allow_community_extensions = false;
